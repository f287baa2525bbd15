package os

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

// The replies, field by field.

// machine: type, release, version, machine, hostname, endianness (strings);
// totalmem, availableParallelism (uint); whether the user is known (bool), and
// then uid, gid (int), username, homedir, shell (strings).
func machine(e *host.Env, d *loop.Decoder) goja.Value {
	o := e.RT.NewObject()
	for _, name := range []string{"type", "release", "version", "machine", "hostname", "endianness"} {
		e.Set(o, name, d.String())
	}
	e.Set(o, "totalmem", d.Uint())
	e.Set(o, "availableParallelism", d.Uint())
	if !d.Bool() {
		e.Set(o, "userInfo", goja.Undefined())
		return o
	}
	user := e.RT.NewObject()
	e.Set(user, "uid", d.Int())
	e.Set(user, "gid", d.Int())
	for _, name := range []string{"username", "homedir", "shell"} {
		e.Set(user, name, d.String())
	}
	e.Set(o, "userInfo", user)
	return o
}

// load: freemem (uint), uptime (float), loadavg (three floats).
func load(e *host.Env, d *loop.Decoder) goja.Value {
	o := e.RT.NewObject()
	e.Set(o, "freemem", d.Uint())
	e.Set(o, "uptime", d.Float())
	e.Set(o, "loadavg", e.RT.NewArray(d.Float(), d.Float(), d.Float()))
	return o
}

// cpus: their number (uint); for each its model (string), speed, and the
// milliseconds spent: user, nice, sys, idle, irq (uint).
func cpus(e *host.Env, d *loop.Decoder) goja.Value {
	list := []any{}
	for n := d.Uint(); n > 0 && d.More(); n-- {
		cpu := e.RT.NewObject()
		e.Set(cpu, "model", d.String())
		e.Set(cpu, "speed", d.Uint())
		times := e.RT.NewObject()
		for _, name := range []string{"user", "nice", "sys", "idle", "irq"} {
			e.Set(times, name, d.Uint())
		}
		e.Set(cpu, "times", times)
		list = append(list, cpu)
	}
	return e.RT.NewArray(list...)
}

// interfaces: the number of addresses (uint); for each the interface's name,
// address, netmask, family, mac (strings), internal (bool), the length of the
// network's prefix (uint, over 128 when the mask is none), and the scope of an
// IPv6 address (uint).
func interfaces(e *host.Env, d *loop.Decoder) goja.Value {
	list := []any{}
	for n := d.Uint(); n > 0 && d.More(); n-- {
		address := e.RT.NewObject()
		for _, name := range []string{"name", "address", "netmask", "family", "mac"} {
			e.Set(address, name, d.String())
		}
		e.Set(address, "internal", d.Bool())
		e.Set(address, "prefix", d.Uint())
		e.Set(address, "scopeid", d.Uint())
		list = append(list, address)
	}
	return e.RT.NewArray(list...)
}
