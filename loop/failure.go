package loop

import (
	"errors"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// failure is an error or a rejection that the program is told of.
type failure struct {
	moment
	value goja.Value
	err   error        // as it left the callback; nil for a rejection
	site  Site         // of err, when that was in the process that wrote a snapshot
	at    engine.Place // that rejected the promise; nowhere for an error
}

// FailureChain returns how the program came to the error or rejection that it
// was told of last.
func (l *Loop) FailureChain() Chain { return l.chainTo(l.failure.moment) }

// FailureSite returns the place in the program where that error was thrown; for
// a rejection, where the promise was rejected.
func (l *Loop) FailureSite() Site {
	f := &l.failure
	thrown := l.throws.Of(f.value)
	_, isObject := f.value.(*goja.Object)
	switch {
	case f.at.Known() && !isObject:
		return l.siteOf(f.at) // any throw of an equal value would be taken for it
	case thrown.Known():
		return l.siteOf(thrown)
	case f.at.Known():
		return l.siteOf(f.at)
	}
	return l.stackSite(f)
}

// stackSite returns the innermost place of the stack that an error has which left
// a callback.
func (l *Loop) stackSite(f *failure) Site {
	var exception *goja.Exception
	var overflow *goja.StackOverflowError
	switch {
	case errors.As(f.err, &exception):
		return l.siteIn(exception.Stack())
	case errors.As(f.err, &overflow):
		return l.siteIn(overflow.Stack())
	}
	return f.site
}

// Uncaught is an error that ended the program.
type Uncaught struct {
	// Message is its first line, "TypeError: x is not a function"; Text is all
	// that a person is shown of it, with its stack.
	Message, Text string
	// Origin is "uncaughtException" or "unhandledRejection".
	Origin string
	// Site is where it was thrown.
	Site  Site
	Chain Chain
}

// SetUncaught notes the error that ends the program, which is the one that the
// program was told of last.
func (l *Loop) SetUncaught(message, text, origin string) {
	l.died = &Uncaught{Message: message, Text: text, Origin: origin, Site: l.FailureSite(), Chain: l.FailureChain()}
}

// Uncaught returns the error that ended the program, or nil.
func (l *Loop) Uncaught() *Uncaught { return l.died }
