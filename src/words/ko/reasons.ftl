# Words: reasons
