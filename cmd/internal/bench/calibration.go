package main

import "time"

// calibrationBytes is how much the calibration loop reads, many times over.
const calibrationBytes = 1 << 20

// measure runs the calibration loop and returns how long each run took, in
// nanoseconds.
func measure(runs int) []float64 {
	data := make([]byte, calibrationBytes)
	for i := range data {
		data[i] = byte(i * 31)
	}
	var took []float64
	for range runs {
		start := time.Now()
		calibrate(data)
		took = append(took, float64(time.Since(start)))
	}
	return took
}

// calibrate hashes data sixteen times (FNV-1a, 64 bits): multiplications that
// wait for each other, which no processor has an instruction for. It must never
// change, or old figures mean nothing.
func calibrate(data []byte) uint64 {
	hash := uint64(14695981039346656037)
	for range 16 {
		for _, b := range data {
			hash = (hash ^ uint64(b)) * 1099511628211
		}
	}
	return hash
}
