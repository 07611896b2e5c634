# Words: problems
