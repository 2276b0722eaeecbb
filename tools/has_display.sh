#!/usr/bin/env bash
# Exits 0 where Qt can open a window: a display is named and answers. Its argument is the Python to ask.
set -u
case "${QT_QPA_PLATFORM:-}" in offscreen | minimal) exit 1 ;; esac
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || exit 1
# Qt aborts where the display does not answer; that is an answer too, and no reason for a core file
ulimit -c 0
{ "$1" -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])'; } >/dev/null 2>&1
