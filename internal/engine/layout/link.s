// Without this file the compiler asks for the bodies of the functions in link.go.
