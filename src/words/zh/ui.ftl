# Words: ui
