// Package buildstamp says in the log which build runs.
package buildstamp

import (
	"log/slog"
	"runtime/debug"
)

// region print

// Build tells which code runs, from what go build recorded. The
// argument comes from debug.ReadBuildInfo.
func Build(info *debug.BuildInfo) slog.Attr {
	attrs := []slog.Attr{
		slog.String("version", info.Main.Version),
		slog.String("go", info.GoVersion),
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			commit := slog.String("commit", s.Value)
			attrs = append(attrs, commit)
		case "vcs.modified":
			dirty := s.Value == "true"
			attrs = append(attrs, slog.Bool("dirty", dirty))
		}
	}
	return slog.GroupAttrs("build", attrs...)
}

// endregion print
