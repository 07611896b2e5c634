# Words: fields
