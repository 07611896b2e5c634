# Words: report
