// Without this file the compiler asks for the bodies of the functions that are linked by name.
