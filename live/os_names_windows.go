package live

import (
	"os"
	"runtime"
)

// systemNames returns type, release, version and machine of the system.
func systemNames() [4]string {
	machine := "x86_64"
	if runtime.GOARCH == "arm64" {
		machine = "arm64"
	}
	return [4]string{"Windows_NT", "10.0.0", "Windows", machine}
}

// currentUser takes the user from the environment.
func currentUser() (account, bool) {
	home, err := os.UserHomeDir()
	return account{uid: -1, gid: -1, name: os.Getenv("USERNAME"), home: home}, err == nil
}
