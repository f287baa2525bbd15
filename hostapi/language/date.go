package language

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// installDate makes Date.prototype.toString show the English names of time
// zones, as V8 does; goja shows abbreviations.
func installDate(e *host.Env) {
	for _, name := range []string{"toString", "toTimeString"} {
		f := prototypeOf(e, "Date").Get(name).(*goja.Object)
		var original engine.Native
		original = engine.ReplaceNative(f, func(c goja.FunctionCall) goja.Value {
			v := original(c)
			text := v.String()
			begin := strings.LastIndex(text, " GMT")
			open := strings.LastIndexByte(text, '(')
			if begin < 0 || open < begin {
				return v // an invalid date
			}
			offset := strings.TrimSpace(text[begin+len(" GMT") : open])
			return e.RT.ToValue(text[:open] + "(" + zoneTitle(text[open+1:len(text)-1], offset) + ")")
		})
	}
}

// zoneTitle returns the English name of a zone's time, or its offset when there
// is no name for it. offset is written as +0100.
func zoneTitle(abbreviation, offset string) string {
	if title, ok := zoneTitles[abbreviation+offset]; ok {
		return title
	}
	if title, ok := zoneTitles[abbreviation]; ok {
		return title
	}
	return "GMT" + offset[:3] + ":" + offset[3:]
}

// zoneTitles are the names of times by their abbreviation, with the offset
// where the abbreviation is used in several parts of the world.
var zoneTitles = map[string]string{
	"UTC": "Coordinated Universal Time", "GMT": "Greenwich Mean Time",
	"BST+0100": "British Summer Time", "IST+0100": "Irish Standard Time", "IST+0530": "India Standard Time",
	"IST+0200": "Israel Standard Time", "IDT": "Israel Daylight Time",
	"WET": "Western European Standard Time", "WEST": "Western European Summer Time",
	"CET": "Central European Standard Time", "CEST": "Central European Summer Time",
	"EET": "Eastern European Standard Time", "EEST": "Eastern European Summer Time", "MSK": "Moscow Standard Time",
	"EST": "Eastern Standard Time", "EDT": "Eastern Daylight Time",
	"CST-0600": "Central Standard Time", "CDT-0500": "Central Daylight Time",
	"MST": "Mountain Standard Time", "MDT": "Mountain Daylight Time",
	"PST-0800": "Pacific Standard Time", "PDT": "Pacific Daylight Time",
	"AKST": "Alaska Standard Time", "AKDT": "Alaska Daylight Time", "HST": "Hawaii-Aleutian Standard Time",
	"AST": "Atlantic Standard Time", "ADT": "Atlantic Daylight Time",
	"NST": "Newfoundland Standard Time", "NDT": "Newfoundland Daylight Time",
	"CST+0800": "China Standard Time", "HKT": "Hong Kong Standard Time", "PST+0800": "Philippine Standard Time",
	"JST": "Japan Standard Time", "KST": "Korean Standard Time", "PKT": "Pakistan Standard Time",
	"WIB": "Western Indonesia Time", "WITA": "Central Indonesia Time", "WIT": "Eastern Indonesia Time",
	"AEST": "Australian Eastern Standard Time", "AEDT": "Australian Eastern Daylight Time",
	"ACST": "Australian Central Standard Time", "ACDT": "Australian Central Daylight Time",
	"AWST": "Australian Western Standard Time",
	"NZST": "New Zealand Standard Time", "NZDT": "New Zealand Daylight Time",
	"SAST": "South Africa Standard Time", "EAT": "East Africa Time", "CAT": "Central Africa Time", "WAT": "West Africa Time",
}
