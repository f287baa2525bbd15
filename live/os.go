package live

import (
	"net"
	"os"
	"runtime"
	"strings"

	"github.com/jsrr/jsrr/loop"
)

// osHandlers answers the module os. The layouts of the replies are described
// where they are read, in hostapi/os.
var osHandlers = map[loop.Kind]handler{loop.KindOSInfo: osInfo}

// osParts are the parts of the information, by their number.
var osParts = []handler{osMachine, osLoad, osCPUs, osInterfaces, osPriority, osReprioritize}

func osInfo(w *World, args *loop.Decoder) loop.Reply {
	part := args.Uint()
	if args.Err() != nil || part >= uint64(len(osParts)) {
		return loop.Reply{Errno: errnoInvalid}
	}
	return osParts[part](w, args)
}

func osMachine(*World, *loop.Decoder) loop.Reply {
	var e loop.Encoder
	for _, fact := range systemNames() {
		e.String(fact)
	}
	hostname, err := os.Hostname()
	if err != nil {
		return failed(err)
	}
	e.String(hostname)
	e.String(endianness())
	total, _ := memory()
	e.Uint(total)
	e.Uint(uint64(runtime.NumCPU()))
	user, known := currentUser()
	e.Bool(known)
	if known {
		e.Int(int64(user.uid))
		e.Int(int64(user.gid))
		e.String(user.name)
		e.String(user.home)
		e.String(user.shell)
	}
	return loop.Reply{Data: e.Bytes()}
}

func endianness() string {
	switch runtime.GOARCH {
	case "ppc64", "s390x", "mips", "mips64":
		return "BE"
	}
	return "LE"
}

// account is an entry of the system's list of users.
type account struct {
	uid, gid          int
	name, home, shell string
}

func osLoad(*World, *loop.Decoder) loop.Reply {
	var e loop.Encoder
	_, free := memory()
	e.Uint(free)
	e.Float(uptime())
	for _, average := range loadAverages() {
		e.Float(average)
	}
	return loop.Reply{Data: e.Bytes()}
}

// processor is a logical processor; the times are milliseconds.
type processor struct {
	model                      string
	speed                      uint64
	user, nice, sys, idle, irq uint64
}

func osCPUs(*World, *loop.Decoder) loop.Reply {
	var e loop.Encoder
	list := processors()
	e.Uint(uint64(len(list)))
	for _, p := range list {
		e.String(p.model)
		for _, figure := range []uint64{p.speed, p.user, p.nice, p.sys, p.idle, p.irq} {
			e.Uint(figure)
		}
	}
	return loop.Reply{Data: e.Bytes()}
}

// boundAddress is an address of a network interface.
type boundAddress struct {
	of      net.Interface
	network *net.IPNet
}

// osInterfaces lists the IPv4 addresses of all interfaces that are up, then
// their IPv6 addresses.
func osInterfaces(*World, *loop.Decoder) loop.Reply {
	all, err := net.Interfaces()
	if err != nil {
		return failed(err)
	}
	var v4, v6 []boundAddress
	for _, i := range all {
		if i.Flags&net.FlagUp == 0 || i.Flags&net.FlagRunning == 0 {
			continue
		}
		addresses, err := i.Addrs()
		if err != nil {
			continue
		}
		for _, address := range addresses {
			network, ok := address.(*net.IPNet)
			switch {
			case !ok:
			case network.IP.To4() != nil:
				v4 = append(v4, boundAddress{i, network})
			default:
				v6 = append(v6, boundAddress{i, network})
			}
		}
	}
	var e loop.Encoder
	list := append(v4, v6...)
	e.Uint(uint64(len(list)))
	for _, a := range list {
		a.encode(&e)
	}
	return loop.Reply{Data: e.Bytes()}
}

func (a boundAddress) encode(e *loop.Encoder) {
	ip, mask := a.network.IP, net.IP(a.network.Mask)
	e.String(a.of.Name)
	e.String(ip.String())
	e.String(mask.String())
	family := "IPv6"
	if ip.To4() != nil {
		family = "IPv4"
	}
	e.String(family)
	e.String(hardwareAddress(a.of))
	e.Bool(a.of.Flags&net.FlagLoopback != 0)
	prefix, _ := a.network.Mask.Size()
	e.Uint(uint64(prefix))
	scope := uint64(0)
	if ip.To4() == nil && ip.IsLinkLocalUnicast() {
		scope = uint64(a.of.Index)
	}
	e.Uint(scope)
}

func hardwareAddress(i net.Interface) string {
	if len(i.HardwareAddr) == 0 {
		return "00:00:00:00:00:00"
	}
	return strings.ToLower(i.HardwareAddr.String())
}

func osPriority(_ *World, args *loop.Decoder) loop.Reply {
	priority, err := priorityOf(int(args.Int()))
	if err != nil {
		return failed(err)
	}
	var e loop.Encoder
	e.Int(int64(priority))
	return loop.Reply{Data: e.Bytes()}
}

func osReprioritize(_ *World, args *loop.Decoder) loop.Reply {
	pid, priority := args.Int(), args.Int()
	if err := setPriority(int(pid), int(priority)); err != nil {
		return failed(err)
	}
	return loop.Reply{}
}
