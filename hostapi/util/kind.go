package util

import (
	"math/big"
	"reflect"
	"time"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// kindByType names the kinds of objects which goja tells apart by the Go type
// they would export as.
var kindByType = map[reflect.Type]string{
	reflect.TypeFor[goja.Proxy]():                              "Proxy",
	reflect.TypeFor[*goja.Promise]():                           "Promise",
	reflect.TypeFor[goja.ArrayBuffer]():                        "ArrayBuffer",
	reflect.TypeFor[[][2]any]():                                "Map",
	reflect.TypeFor[time.Time]():                               "Date",
	reflect.TypeFor[*big.Int]():                                "BigInt",
	reflect.TypeFor[func(goja.FunctionCall) goja.Value]():      "Function",
	reflect.TypeFor[func(goja.ConstructorCall) *goja.Object](): "Function",
	reflect.TypeFor[[]int8]():                                  "TypedArray",
	reflect.TypeFor[[]uint8]():                                 "TypedArray",
	reflect.TypeFor[[]int16]():                                 "TypedArray",
	reflect.TypeFor[[]uint16]():                                "TypedArray",
	reflect.TypeFor[[]int32]():                                 "TypedArray",
	reflect.TypeFor[[]uint32]():                                "TypedArray",
	reflect.TypeFor[[]int64]():                                 "TypedArray",
	reflect.TypeFor[[]uint64]():                                "TypedArray",
	reflect.TypeFor[[]float32]():                               "TypedArray",
	reflect.TypeFor[[]float64]():                               "TypedArray",
}

var (
	listType   = reflect.TypeFor[[]any]()
	stringType = reflect.TypeFor[string]()
)

// engineKind says what kind an object is, whatever its prototype: "Map",
// "Error", … WeakMap, DataView, generators and iterators are "Object": goja has
// no way to tell them apart from outside, JavaScript has (internal/util/types).
// For a primitive it is "".
func engineKind(e *host.Env, call goja.FunctionCall) goja.Value {
	o, ok := call.Argument(0).(*goja.Object)
	if !ok {
		return e.RT.ToValue("")
	}
	return e.RT.ToValue(objectKind(o))
}

func objectKind(o *goja.Object) string {
	t := o.ExportType()
	if kind, ok := kindByType[t]; ok {
		return kind
	}
	switch class := o.ClassName(); class {
	case "Array", "Arguments", "Error", "RegExp", "Number", "String", "Boolean":
		return class
	}
	switch t {
	case listType:
		return "Set"
	case stringType:
		return "Symbol"
	}
	return "Object"
}

// promiseDetails returns [state, result]; state is 0 for a pending promise, 1
// for a fulfilled and 2 for a rejected one. For anything else it is undefined.
func promiseDetails(e *host.Env, call goja.FunctionCall) goja.Value {
	o, ok := call.Argument(0).(*goja.Object)
	if !ok || o.ExportType() != reflect.TypeFor[*goja.Promise]() {
		return goja.Undefined()
	}
	promise := o.Export().(*goja.Promise)
	result := promise.Result()
	if result == nil {
		result = goja.Undefined()
	}
	return e.RT.NewArray(int(promise.State()), result)
}

// proxyDetails returns [target, handler] of a proxy, both null when it was
// revoked. For anything else it is undefined.
func proxyDetails(e *host.Env, call goja.FunctionCall) goja.Value {
	o, ok := call.Argument(0).(*goja.Object)
	if !ok || o.ExportType() != reflect.TypeFor[goja.Proxy]() {
		return goja.Undefined()
	}
	proxy := o.Export().(goja.Proxy)
	return e.RT.NewArray(orNull(proxy.Target()), orNull(proxy.Handler()))
}

func orNull(o *goja.Object) goja.Value {
	if o == nil {
		return goja.Null()
	}
	return o
}
