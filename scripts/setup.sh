#!/bin/sh
# Set up what a build needs (or, with `test` as the argument, what the tests need).
# Installs system packages where apt can; else says in one line what to install.
set -eu

venv=.venv
want=${1:-run}

die() {
    echo "setup: $1" >&2
    exit 1
}

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
}

apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then sudo=; elif sudo -n true 2>/dev/null; then sudo="sudo -n"; else return 1; fi
    echo "setup: installing $*" >&2
    log=$(mktemp)
    # The lists may be old or absent on a fresh machine; a failed update need not stop the install.
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -q >"$log" 2>&1 || true
    if $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >>"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 3 "$log" >&2
        rm -f "$log"
        return 1
    fi
}

python=$(find_python)
[ -n "$python" ] || die "Python 3.11 or newer is wanted: install it (Debian, Ubuntu: apt-get install python3), or name it, as make PYTHON=/path/to/python3"

missing=
has_library() {
    "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null
}
has_library libpango-1.0.so.0 || missing="$missing libpango-1.0-0"
has_library libpangoft2-1.0.so.0 || missing="$missing libpangoft2-1.0-0"
has_library libharfbuzz-subset.so.0 || missing="$missing libharfbuzz-subset0"
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    missing="$missing $("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
fi
if [ -n "$missing" ] && [ "$(uname -s)" = Linux ]; then
    # shellcheck disable=SC2086
    apt_install $missing || die "install these packages and call make again: $(echo $missing)"
fi

if ! "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    rm -rf "$venv"
    "$python" -m venv "$venv" || die "could not make the virtual environment in $venv"
fi

install() {
    "$venv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r "$1" ||
        die "could not install $1: is a package index within reach?"
}
case $want in
    run) install requirements.txt ;;
    test) install requirements-test.txt ;;
    *) die "'$want' is neither 'run' nor 'test'" ;;
esac
