'use strict';
// Units: name, then the patterns of one and many, long, short and narrow.

module.exports = `acre|# acre|# acres|# ac|# ac|#ac|#ac
bit|# bit|# bits|# bit|# bit|#bit|#bit
byte|# byte|# bytes|# byte|# byte|#B|#B
celsius|# degree Celsius|# degrees Celsius|#°C|#°C|#°C|#°C
centimeter|# centimeter|# centimeters|# cm|# cm|#cm|#cm
day|# day|# days|# day|# days|#d|#d
degree|# degree|# degrees|# deg|# deg|#°|#°
fahrenheit|# degree Fahrenheit|# degrees Fahrenheit|#°F|#°F|#°|#°
fluid-ounce|# fluid ounce|# fluid ounces|# fl oz|# fl oz|#fl oz|#fl oz
foot|# foot|# feet|# ft|# ft|#′|#′
gallon|# gallon|# gallons|# gal|# gal|#gal|#gal
gigabit|# gigabit|# gigabits|# Gb|# Gb|#Gb|#Gb
gigabyte|# gigabyte|# gigabytes|# GB|# GB|#GB|#GB
gram|# gram|# grams|# g|# g|#g|#g
hectare|# hectare|# hectares|# ha|# ha|#ha|#ha
hour|# hour|# hours|# hr|# hr|#h|#h
inch|# inch|# inches|# in|# in|#″|#″
kilobit|# kilobit|# kilobits|# kb|# kb|#kb|#kb
kilobyte|# kilobyte|# kilobytes|# kB|# kB|#kB|#kB
kilogram|# kilogram|# kilograms|# kg|# kg|#kg|#kg
kilometer|# kilometer|# kilometers|# km|# km|#km|#km
liter|# liter|# liters|# L|# L|#L|#L
megabit|# megabit|# megabits|# Mb|# Mb|#Mb|#Mb
megabyte|# megabyte|# megabytes|# MB|# MB|#MB|#MB
meter|# meter|# meters|# m|# m|#m|#m
microsecond|# microsecond|# microseconds|# μs|# μs|#μs|#μs
mile|# mile|# miles|# mi|# mi|#mi|#mi
mile-scandinavian|# mile-scandinavian|# miles-scandinavian|# smi|# smi|#smi|#smi
milliliter|# milliliter|# milliliters|# mL|# mL|#mL|#mL
millimeter|# millimeter|# millimeters|# mm|# mm|#mm|#mm
millisecond|# millisecond|# milliseconds|# ms|# ms|#ms|#ms
minute|# minute|# minutes|# min|# min|#m|#m
month|# month|# months|# mth|# mths|#m|#m
nanosecond|# nanosecond|# nanoseconds|# ns|# ns|#ns|#ns
ounce|# ounce|# ounces|# oz|# oz|#oz|#oz
percent|# percent|# percent|#%|#%|#%|#%
petabyte|# petabyte|# petabytes|# PB|# PB|#PB|#PB
pound|# pound|# pounds|# lb|# lb|##|##
second|# second|# seconds|# sec|# sec|#s|#s
stone|# stone|# stones|# st|# st|#st|#st
terabit|# terabit|# terabits|# Tb|# Tb|#Tb|#Tb
terabyte|# terabyte|# terabytes|# TB|# TB|#TB|#TB
week|# week|# weeks|# wk|# wks|#w|#w
yard|# yard|# yards|# yd|# yd|#yd|#yd
year|# year|# years|# yr|# yrs|#y|#y
kilometer-per-hour|# kilometer per hour|# kilometers per hour|# km/h|# km/h|#km/h|#km/h
mile-per-hour|# mile per hour|# miles per hour|# mph|# mph|#mph|#mph
meter-per-second|# meter per second|# meters per second|# m/s|# m/s|#m/s|#m/s
mile-per-gallon|# mile per gallon|# miles per gallon|# mpg|# mpg|#mpg|#mpg
kilobyte-per-second|# kilobyte per second|# kilobytes per second|# kB/s|# kB/s|#kB/s|#kB/s
megabyte-per-second|# megabyte per second|# megabytes per second|# MB/s|# MB/s|#MB/s|#MB/s
gigabyte-per-second|# gigabyte per second|# gigabytes per second|# GB/s|# GB/s|#GB/s|#GB/s
byte-per-second|# byte per second|# bytes per second|# byte/s|# byte/s|#B/s|#B/s
bit-per-second|# bit per second|# bits per second|# bit/s|# bit/s|#bit/s|#bit/s
kilobit-per-second|# kilobit per second|# kilobits per second|# kb/s|# kb/s|#kb/s|#kb/s
megabit-per-second|# megabit per second|# megabits per second|# Mb/s|# Mb/s|#Mb/s|#Mb/s
gigabit-per-second|# gigabit per second|# gigabits per second|# Gb/s|# Gb/s|#Gb/s|#Gb/s
liter-per-kilometer|# liter per kilometer|# liters per kilometer|# L/km|# L/km|#L/km|#L/km`;
