package learn

import (
	"bytes"
	"encoding/binary"
	"errors"
)

var errForeign = errors.New("these are no weights")

// MarshalBinary writes a labeller: what UnmarshalBinary reads labels to the bit as it does.
func (l *Labeller) MarshalBinary() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte(byte(l.bits))
	for _, part := range []any{l.unit, l.steps, l.weights} {
		if err := binary.Write(&b, binary.LittleEndian, part); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (l *Labeller) UnmarshalBinary(data []byte) error {
	if len(data) == 0 || data[0] < leastBits || data[0] > mostBits {
		return errForeign
	}
	l.bits = int(data[0])
	l.weights = make([]int8, width<<l.bits)
	return readAll(data[1:], &l.unit, &l.steps, l.weights)
}

// MarshalBinary writes a ranker: what UnmarshalBinary reads judges to the bit as it does.
func (r *Ranker) MarshalBinary() ([]byte, error) {
	return binary.Append(nil, binary.LittleEndian, &r.weights)
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (r *Ranker) UnmarshalBinary(data []byte) error { return readAll(data, &r.weights) }

// readAll reads parts, and that nothing follows.
func readAll(data []byte, parts ...any) error {
	in := bytes.NewReader(data)
	for _, part := range parts {
		if err := binary.Read(in, binary.LittleEndian, part); err != nil {
			return err
		}
	}
	if in.Len() > 0 {
		return errForeign
	}
	return nil
}
