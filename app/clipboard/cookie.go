package clipboard

import (
	"encoding/binary"
	"os"
)

const cookieName = "MIT-MAGIC-COOKIE-1"

// cookieOf is what lets a program in to an X server, out of the file that holds it for several; nothing if it holds none.
func cookieOf(file, display string) (name, cookie string) {
	rest, err := os.ReadFile(file)
	if err != nil {
		return "", "" // a server may let in everybody of this computer
	}
	for len(rest) > 2 {
		rest = rest[2:]      // the family of the address
		var fields [4]string // address, number of the display, name, cookie
		for i := range fields {
			if fields[i], rest, err = cutField(rest); err != nil {
				return "", ""
			}
		}
		if fields[2] == cookieName && (fields[1] == display || fields[1] == "") {
			return fields[2], fields[3]
		}
	}
	return "", ""
}

// cutField takes off a text with its length before it.
func cutField(b []byte) (field string, rest []byte, err error) {
	if len(b) < 2 || len(b)-2 < int(binary.BigEndian.Uint16(b)) {
		return "", nil, os.ErrInvalid
	}
	end := 2 + int(binary.BigEndian.Uint16(b))
	return string(b[2:end]), b[end:], nil
}
