package buildstamp

import (
	"log/slog"
	"os"
	"runtime"
	"runtime/debug"
	"testing"
)

func ExampleBuild() {
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	}))
	log.Info("start", Build(&debug.BuildInfo{
		GoVersion: "go1.27.3",
		Main:      debug.Module{Version: "v1.4.0"},
		Settings: []debug.BuildSetting{
			{Key: "GOOS", Value: "linux"},
			{Key: "vcs.revision", Value: "9f3c1e2"},
			{Key: "vcs.modified", Value: "false"},
		},
	}))
	// Output:
	// level=INFO msg=start build.version=v1.4.0 build.go=go1.27.3 build.commit=9f3c1e2 build.dirty=false
}

func TestReal(t *testing.T) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		t.Skip("built without modules")
	}
	for _, a := range Build(info).Value.Group() {
		if a.Key == "go" && a.Value.String() == runtime.Version() {
			return
		}
	}
	t.Error(Build(info))
}
