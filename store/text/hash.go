package text

import (
	"crypto/sha256"
	"encoding/hex"

	"standpoint/store/say"
)

// Hash names a body: the SHA-256 of its UTF-8.
type Hash [sha256.Size]byte

// ParseHash reads the 64 hexadecimal digits that String writes.
func ParseHash(s string) (Hash, error) {
	var h Hash
	if len(s) != hex.EncodedLen(len(h)) {
		return Hash{}, say.Errorf("a body's hash has %d hexadecimal digits, %q has %d characters", hex.EncodedLen(len(h)), s, len(s))
	}
	if _, err := hex.Decode(h[:], []byte(s)); err != nil {
		return Hash{}, say.Errorf("a body's hash is written in hexadecimal digits, not %q: %w", s, err)
	}
	return h, nil
}

// String returns the hash in lower-case hexadecimal digits.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// IsZero reports whether the hash names no body.
func (h Hash) IsZero() bool { return h == Hash{} }

// MarshalText writes the hash as String does, and no hash as nothing.
func (h Hash) MarshalText() ([]byte, error) {
	if h.IsZero() {
		return []byte{}, nil
	}
	return hex.AppendEncode(nil, h[:]), nil
}

// UnmarshalText reads what MarshalText writes.
func (h *Hash) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*h = Hash{}
		return nil
	}
	parsed, err := ParseHash(string(b))
	if err != nil {
		return err
	}
	*h = parsed
	return nil
}
