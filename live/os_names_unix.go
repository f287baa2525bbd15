//go:build unix

package live

import (
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// systemNames returns type, release, version and machine of the system.
func systemNames() [4]string {
	var u unix.Utsname
	if unix.Uname(&u) != nil {
		return [4]string{}
	}
	return [4]string{unix.ByteSliceToString(u.Sysname[:]), unix.ByteSliceToString(u.Release[:]),
		unix.ByteSliceToString(u.Version[:]), unix.ByteSliceToString(u.Machine[:])}
}

// currentUser finds the user whom the process acts for.
func currentUser() (account, bool) {
	data, err := os.ReadFile("/etc/passwd")
	if err != nil {
		return account{}, false
	}
	for _, line := range strings.Split(string(data), "\n") {
		fields := strings.Split(line, ":")
		if len(fields) < 7 || fields[2] != strconv.Itoa(os.Geteuid()) {
			continue
		}
		gid, _ := strconv.Atoi(fields[3])
		return account{os.Geteuid(), gid, fields[0], fields[5], fields[6]}, true
	}
	return account{}, false
}
