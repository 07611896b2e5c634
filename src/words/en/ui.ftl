# Words: ui

## Frame
nav-main = Main
nav-files = Files
nav-overview = Overview
nav-findings = Findings
nav-unbilled = Unbilled
nav-reports = Reports
skip = Skip to the sheet
undo = Undo
redo = Redo
close = Close

## Status
status-tied = Tied
status-partly = Partly tied
status-review = To review
status-break = Break
status-dismissed = Dismissed
status-not-examined = Not examined
status-not-run = Not run
status-unexplained = Unexplained
tie-difference = Difference
tie-explained = Explained
