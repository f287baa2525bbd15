// Package webtests runs npm packages as they are published.
//
// npm/ is the benchmark of known races: drivers for packages at the versions
// with a known race, and for their repaired twins. README.md says which, and
// how often each fails. packages/ makes popular packages do real work, whose
// output must be node's in every mode. npm ci installs the packages there.
package webtests
