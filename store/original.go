package store

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
)

// MostOriginal is how many bytes a file may have that is kept with its articles.
const MostOriginal = 100_000_000

// FileHash is the SHA-256 of a file, in lower-case hexadecimal digits; "" where no file is known.
type FileHash string

// HashFile returns the hash of a file's bytes.
func HashFile(data []byte) FileHash {
	sum := sha256.Sum256(data)
	return FileHash(hex.EncodeToString(sum[:]))
}

// IsValid reports whether it can be the hash of a file.
func (h FileHash) IsValid() bool {
	_, ok := h.bytes()
	return ok
}

// bytes are those of the hash; false if it is none.
func (h FileHash) bytes() ([]byte, bool) {
	b, err := hex.DecodeString(string(h))
	return b, err == nil && len(b) == sha256.Size && FileHash(hex.EncodeToString(b)) == h
}

// originalFields are the fields of an article that name the files of which it came.
var originalFields = []string{"original", "attachment_hash"}

// localOriginals is the local key that is there while the files of which articles are imported are kept with them.
const localOriginals = "originals/kept"

// KeepsOriginals reports whether the files of which articles are imported are to be kept in this copy of the project.
func (p *Project) KeepsOriginals(ctx context.Context) (bool, error) {
	value, err := p.Local(ctx, localOriginals)
	return value != nil, err
}

// SetKeepsOriginals says whether the files of which articles are imported from now on are kept. It is no action: what is kept stays.
func (p *Project) SetKeepsOriginals(ctx context.Context, keeps bool) error {
	if !keeps {
		return p.SetLocal(ctx, localOriginals, nil)
	}
	return p.SetLocal(ctx, localOriginals, []byte("1"))
}

// KeepOriginal keeps a file with the articles that name it by its hash: compressed, and once, however many they are. CodeInvalid if it
// is larger than MostOriginal.
func (b *Batch) KeepOriginal(data []byte) (FileHash, error) {
	hash := HashFile(data)
	if len(data) > MostOriginal {
		return hash, invalidf("The file has %d MB; one that is kept may have %d MB.", (len(data)+999_999)/1_000_000, MostOriginal/1_000_000)
	}
	key, _ := hash.bytes()
	known, err := isOriginalKept(b.w.db, key)
	if err != nil || known {
		return hash, err
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(data); err != nil {
		return hash, err
	}
	if err := w.Close(); err != nil {
		return hash, err
	}
	return hash, insertOriginal(b.w.db, key, len(data), packed.Bytes())
}

func isOriginalKept(src sqlite.Source, key []byte) (bool, error) {
	n, err := sqlite.Number(src, `SELECT count(*) FROM original WHERE hash = ?`, key)
	return n > 0, err
}

func insertOriginal(db *sqlite.Connection, key []byte, size int, packed []byte) error {
	return db.Exec(`INSERT INTO original (hash, size, data) VALUES (?, ?, ?)`, key, size, packed)
}

// HasOriginal reports whether the project holds a file.
func (p *Project) HasOriginal(ctx context.Context, hash FileHash) (has bool, err error) {
	key, ok := hash.bytes()
	if !ok {
		return false, nil
	}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		has, err = isOriginalKept(s, key)
		return err
	})
	return has, err
}

// Original returns the bytes of a file that is kept. Errors: CodeNotFound if it is not, CodeDamaged.
func (p *Project) Original(ctx context.Context, hash FileHash) (data []byte, err error) {
	key, ok := hash.bytes()
	if !ok {
		return nil, notFoundf("The project does not hold the file %s.", string(hash))
	}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		size, packed, found, err := packedOriginal(s, key)
		if err != nil {
			return err
		}
		if !found {
			return notFoundf("The project does not hold the file %s.", string(hash))
		}
		data, err = unpackOriginal(key, size, packed)
		return err
	})
	return data, err
}

func packedOriginal(src sqlite.Source, key []byte) (size int, packed []byte, found bool, err error) {
	found, err = sqlite.One(src, []any{&size, &packed}, `SELECT size, data FROM original WHERE hash = ?`, key)
	return size, packed, found, err
}

// unpackOriginal refuses what is not the file that was kept. It never makes more bytes than were kept, whatever is packed.
func unpackOriginal(key []byte, size int, packed []byte) ([]byte, error) {
	damaged := func(err error) error {
		return NewError(CodeDamaged, err, "The file %x is not what was kept. Import it again.", key)
	}
	if size < 0 || size > MostOriginal {
		return nil, damaged(nil)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, damaged(err)
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(size)+1))
	if sum := sha256.Sum256(data); err != nil || len(data) != size || !bytes.Equal(sum[:], key) {
		return nil, damaged(err)
	}
	return data, nil
}

// original brings in a file that the other copy keeps and this one does not.
func (r *receiver) original(h FileHash) error {
	key, ok := h.bytes()
	if !ok {
		return nil
	}
	known, err := isOriginalKept(r.db, key)
	if err != nil || known {
		return err
	}
	size, packed, found, err := packedOriginal(r.other, key)
	if err != nil || !found {
		return err // it need not be kept
	}
	if _, err := unpackOriginal(key, size, packed); err != nil {
		return damagedf("The file %s in the other copy is not what was kept. Check it with “standpoint check PROJECT”.", string(h))
	}
	return insertOriginal(r.db, key, size, packed)
}

// originalsNamed returns the files that the fields of a change name.
func originalsNamed(fields journal.Fields) []FileHash {
	var hashes []FileHash
	for _, field := range originalFields {
		var h FileHash
		if json.Unmarshal(fields[field], &h) == nil && h != "" {
			hashes = append(hashes, h)
		}
	}
	return hashes
}
