package loop

import (
	"encoding/binary"
	"math/bits"
)

// random is the generator behind Math.random: xoshiro256++ (Blackman, Vigna,
// 2019) seeded through splitmix64 from eight bytes of the tape, so that one
// small answer stands for all random numbers of a run.
type random struct {
	state  [4]uint64
	seeded bool
}

// randomFloat returns a number in [0, 1) with 53 random bits.
func (l *Loop) randomFloat() float64 {
	r := &l.random
	if !r.seeded {
		var seed [8]byte
		copy(seed[:], l.tape.Ask(Request{Kind: KindSeed}).Data)
		r.seed(binary.LittleEndian.Uint64(seed[:]))
	}
	return float64(r.next()>>11) / (1 << 53)
}

func (r *random) seed(x uint64) {
	for i := range r.state {
		x += 0x9e3779b97f4a7c15
		z := (x ^ x>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		r.state[i] = z ^ z>>31
	}
	r.seeded = true
}

func (r *random) next() uint64 {
	s := &r.state
	result := bits.RotateLeft64(s[0]+s[3], 23) + s[0]
	t := s[1] << 17
	s[2] ^= s[0]
	s[3] ^= s[1]
	s[1] ^= s[2]
	s[0] ^= s[3]
	s[2] ^= t
	s[3] = bits.RotateLeft64(s[3], 45)
	return result
}
