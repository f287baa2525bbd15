package util

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/dotenv"
)

// parseEnv(text) returns the variables of a .env file as [name, value, …].
func parseEnv(e *host.Env, c goja.FunctionCall) goja.Value {
	var list []any
	for _, v := range dotenv.Parse(c.Argument(0).String()) {
		list = append(list, v.Name, v.Value)
	}
	return e.RT.NewArray(list...)
}
