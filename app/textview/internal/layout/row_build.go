package layout

import (
	"standpoint/app/direction"
	"standpoint/store/text"
)

// Row is row number i of a block. It wraps the block.
func (col *Column) Row(blockIndex, i int) *Row {
	col.wrapBlock(blockIndex)
	key := rowKey{blockIndex, i}
	if row, ok := col.built[key]; ok {
		return row
	}
	if len(col.built) >= rowsKept {
		clear(col.built)
	}
	row := col.buildRow(blockIndex, i)
	col.built[key] = row
	return row
}

func (col *Column) buildRow(blockIndex, i int) *Row {
	b := col.blocks[blockIndex]
	var from rowEnd
	if i > 0 {
		from = b.ends[i-1]
	}
	to := b.ends[i]
	row := &Row{
		Block: blockIndex, Index: i, Empty: b.empty,
		Span:   text.Span{Start: b.span.Start + int(from.pos), End: b.span.Start + int(to.pos)},
		Text:   col.content[b.fromByte+int(from.byte) : b.fromByte+int(to.byte)],
		Last:   b.endsLine && i == len(b.ends)-1,
		widths: col.widths,
	}
	row.cut()
	row.measure()
	row.arrange(col.levels(blockIndex, int(from.byte), int(to.byte)), direction.Base(b.rightLeft))
	if b.rightLeft {
		row.Left = col.geometry.Width - row.Width
	}
	return row
}

// levels are the bidi levels of the bytes of a row; nil if all is from left to
// right.
func (col *Column) levels(blockIndex, from, to int) []uint8 {
	b := col.blocks[blockIndex]
	line := col.content[b.fromByte:b.toByte]
	if !b.rightLeft && !direction.HasRightToLeft(line[from:to]) {
		return nil
	}
	return direction.Levels(line, b.rightLeft)[from:to]
}
