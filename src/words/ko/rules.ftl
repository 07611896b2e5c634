# Words: rules
