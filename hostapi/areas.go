package hostapi

import (
	"github.com/jsrr/jsrr/hostapi/absent"
	"github.com/jsrr/jsrr/hostapi/assert"
	asynchooks "github.com/jsrr/jsrr/hostapi/async_hooks"
	"github.com/jsrr/jsrr/hostapi/boot"
	"github.com/jsrr/jsrr/hostapi/buffer"
	"github.com/jsrr/jsrr/hostapi/console"
	"github.com/jsrr/jsrr/hostapi/crypto"
	diagnosticschannel "github.com/jsrr/jsrr/hostapi/diagnostics_channel"
	"github.com/jsrr/jsrr/hostapi/errors"
	"github.com/jsrr/jsrr/hostapi/events"
	"github.com/jsrr/jsrr/hostapi/fs"
	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/hostapi/language"
	"github.com/jsrr/jsrr/hostapi/legacy"
	"github.com/jsrr/jsrr/hostapi/messaging"
	"github.com/jsrr/jsrr/hostapi/module"
	"github.com/jsrr/jsrr/hostapi/net"
	"github.com/jsrr/jsrr/hostapi/os"
	"github.com/jsrr/jsrr/hostapi/path"
	perfhooks "github.com/jsrr/jsrr/hostapi/perf_hooks"
	"github.com/jsrr/jsrr/hostapi/process"
	"github.com/jsrr/jsrr/hostapi/querystring"
	"github.com/jsrr/jsrr/hostapi/readline"
	"github.com/jsrr/jsrr/hostapi/repl"
	"github.com/jsrr/jsrr/hostapi/stream"
	"github.com/jsrr/jsrr/hostapi/string_decoder"
	"github.com/jsrr/jsrr/hostapi/test"
	"github.com/jsrr/jsrr/hostapi/timers"
	"github.com/jsrr/jsrr/hostapi/tty"
	"github.com/jsrr/jsrr/hostapi/url"
	"github.com/jsrr/jsrr/hostapi/util"
	"github.com/jsrr/jsrr/hostapi/v8"
	"github.com/jsrr/jsrr/hostapi/vm"
	"github.com/jsrr/jsrr/hostapi/webstreams"
	"github.com/jsrr/jsrr/hostapi/zlib"
)

// areas lists all areas. main is the script that the module loader runs.
func areas(main module.Main) []host.Area {
	return []host.Area{
		absent.Area(),
		assert.Area(),
		asynchooks.Area(),
		boot.Area(),
		buffer.Area(),
		console.Area(),
		crypto.Area(),
		diagnosticschannel.Area(),
		errors.Area(),
		events.Area(),
		fs.Area(),
		language.Area(),
		legacy.Area(),
		messaging.Area(),
		net.Area(),
		os.Area(),
		path.Area(),
		perfhooks.Area(),
		process.Area(),
		querystring.Area(),
		readline.Area(),
		repl.Area(),
		stream.Area(),
		stringdecoder.Area(),
		test.Area(),
		timers.Area(),
		tty.Area(),
		url.Area(),
		util.Area(),
		v8.Area(),
		webstreams.Area(),
		vm.Area(),
		zlib.Area(),
		module.Area(main),
	}
}
