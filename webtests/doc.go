// Package webtests is the benchmark of known races: programs whose results
// depend on an order that nobody fixed, and their repaired twins.
//
// npm/ has drivers for npm packages at the versions with a known race; npm ci
// installs them there. README.md says which, and how often each fails.
package webtests
