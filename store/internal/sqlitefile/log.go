package sqlitefile

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"

	"standpoint/store/say"
)

// verdict says what a log beside a project's file is to that file.
type verdict int

const (
	logSaysNothing verdict = iota // there is none, or nothing in it that counts
	logBelongs                    // it is this file's
	logIsForeign                  // it is that of another file, or of another state of this one
)

// judgeWAL says whether a write-ahead log belongs to the file with that head: the log begins where the file stands, or the file
// has come by a checkpoint to one of the states that are in the log. The steps are those of a log that belongs to it.
func judgeWAL(log string, h Head) (verdict, []Step, error) {
	f, err := os.Open(log)
	if errors.Is(err, os.ErrNotExist) {
		return logSaysNothing, nil, nil
	}
	if err != nil {
		return logSaysNothing, nil, err
	}
	defer f.Close()
	steps, committed, err := readWAL(bufio.NewReaderSize(f, 1<<20), h.PageSize)
	switch {
	case err != nil:
		return logSaysNothing, nil, say.Errorf("read %s: %w", log, err)
	case !committed:
		return logSaysNothing, nil, nil
	case len(steps) > 0 && steps[0].Before == h.Step.Now, slices.ContainsFunc(steps, func(s Step) bool { return s.Now == h.Step.Now }):
		return logBelongs, steps, nil
	}
	return logIsForeign, nil, nil
}

// readWAL returns the steps of the transactions that SQLite would find whole in a write-ahead log, and whether there is any
// transaction. The format is that of https://www.sqlite.org/fileformat2.html#walformat.
func readWAL(r io.Reader, size int) (steps []Step, committed bool, err error) {
	header := make([]byte, walHeader)
	if _, err := io.ReadFull(r, header); err != nil {
		return nil, false, endOfLog(err)
	}
	sum := newWALSum(header)
	if sum == nil || int(binary.BigEndian.Uint32(header[8:])) != size || !sum.matches(header[:24], header[24:]) {
		return nil, false, nil
	}
	frame := make([]byte, walFrameHeader+size)
	var last *Step
	for {
		if _, err := io.ReadFull(r, frame); err != nil {
			return steps, committed, endOfLog(err)
		}
		head, page := frame[:walFrameHeader], frame[walFrameHeader:]
		sum.add(head[:8])
		if !bytes.Equal(head[8:16], header[16:24]) || !sum.matches(page, head[16:]) {
			return steps, committed, nil
		}
		if binary.BigEndian.Uint32(head) == generationPage {
			if s, err := readStep(page); err == nil {
				last = &s
			}
		}
		if binary.BigEndian.Uint32(head[4:]) != 0 { // the transaction ends here
			committed = true
			if last != nil {
				steps, last = append(steps, *last), nil
			}
		}
	}
}

// endOfLog is nil where a log just ends.
func endOfLog(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return err
}

// walSum is the running checksum of a write-ahead log.
type walSum struct {
	order  binary.ByteOrder
	s0, s1 uint32
}

// The sizes of the head of a write-ahead log, and of what stands in it before each page, in bytes.
const (
	walHeader      = 32
	walFrameHeader = 24
)

// The first word of a write-ahead log tells the order of bytes in which it is summed.
const (
	walLittleEndian = 0x377f0682
	walBigEndian    = 0x377f0683
)

// newWALSum returns the sum of nothing yet; nil if that is no header of a log.
func newWALSum(header []byte) *walSum {
	switch binary.BigEndian.Uint32(header) {
	case walLittleEndian:
		return &walSum{order: binary.LittleEndian}
	case walBigEndian:
		return &walSum{order: binary.BigEndian}
	}
	return nil
}

// add sums bytes, of which there are a multiple of eight.
func (w *walSum) add(b []byte) {
	for ; len(b) >= 8; b = b[8:] {
		w.s0 += w.order.Uint32(b) + w.s1
		w.s1 += w.order.Uint32(b[4:]) + w.s0
	}
}

// matches sums bytes and compares with what the log says.
func (w *walSum) matches(b, want []byte) bool {
	w.add(b)
	return w.s0 == binary.BigEndian.Uint32(want) && w.s1 == binary.BigEndian.Uint32(want[4:])
}

// Places in a rollback journal, and the first bytes of one that counts.
const (
	journalMagic  = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
	journalHeader = 28
)

// judgeJournal says whether a rollback journal belongs to the file with that head and size in bytes. It holds pages as they were
// before a transaction. This program leaves one only if it dies while it changes the way of writing, which is in the first page: that is
// but for this the one of the file. The journal of another program that died in the middle of its work is taken for the file's,
// which is half written then, unless the generation or the count of changes speak against it.
func judgeJournal(log string, h Head, firstPage []byte, size int64) (verdict, error) {
	f, err := os.Open(log)
	if errors.Is(err, os.ErrNotExist) {
		return logSaysNothing, nil
	}
	if err != nil {
		return logSaysNothing, err
	}
	defer f.Close()
	pages, before, err := readJournal(f, h.PageSize)
	if err != nil {
		return logSaysNothing, say.Errorf("read %s: %w", log, err)
	}
	if len(pages) == 0 {
		return logSaysNothing, nil
	}
	if page, ok := pages[generationPage]; ok {
		if s, err := readStep(page); err != nil || s.Now != h.Step.Now && s.Now != h.Step.Before {
			return logIsForeign, nil
		}
	}
	if page, ok := pages[1]; ok {
		changed := binary.BigEndian.Uint32(firstPage[changesOffset:]) - binary.BigEndian.Uint32(page[changesOffset:])
		alone := len(pages) == 1
		if changed > 1 || alone && (before*int64(h.PageSize) != size || !sameButForMode(page, firstPage)) {
			return logIsForeign, nil
		}
	}
	return logBelongs, nil
}

// readJournal returns the first two pages that a rollback journal restores, if they are among those of its first part, an empty page
// under the number 0 if there are others, and how many pages the file had.
func readJournal(r io.Reader, size int) (pages map[int][]byte, before int64, err error) {
	b := bufio.NewReaderSize(r, 1<<20)
	header := make([]byte, journalHeader)
	if _, err := io.ReadFull(b, header); err != nil || string(header[:len(journalMagic)]) != journalMagic {
		return nil, 0, endOfLog(err)
	}
	records := int32(binary.BigEndian.Uint32(header[8:])) //nolint:gosec // negative: as many as there are
	before = int64(binary.BigEndian.Uint32(header[16:]))
	sector := int(binary.BigEndian.Uint32(header[20:]))
	if int(binary.BigEndian.Uint32(header[24:])) != size || sector < journalHeader || sector > mostPage {
		return nil, 0, nil
	}
	if _, err := b.Discard(sector - journalHeader); err != nil {
		return nil, 0, endOfLog(err)
	}
	pages = map[int][]byte{}
	for i := int32(0); records < 0 || i < records; i++ {
		record := make([]byte, 4+size+4)
		if _, err := io.ReadFull(b, record); err != nil {
			return pages, before, endOfLog(err)
		}
		if number := int(binary.BigEndian.Uint32(record)); number <= generationPage {
			pages[number] = record[4 : 4+size]
		} else {
			pages[0] = nil
		}
	}
	return pages, before, nil
}

// sameButForMode compares two first pages without what changes when a file begins or ceases to have a write-ahead log.
func sameButForMode(a, b []byte) bool {
	if len(a) != len(b) {
		return false
	}
	a, b = bytes.Clone(a), bytes.Clone(b)
	for _, page := range [][]byte{a, b} {
		clear(page[writeVersionOffset:][:2])
		clear(page[changesOffset:][:4])
		clear(page[writerOffset:headSize])
	}
	return bytes.Equal(a, b)
}
