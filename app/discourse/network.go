package discourse

import (
	"iter"
	"math"

	"standpoint/store"
	"standpoint/store/say"
)

// Mode says what the nodes of a network are.
type Mode string

// The modes.
const (
	OneMode Mode = "one" // rows tied by what they have in common in the columns
	TwoMode Mode = "two" // rows tied to columns
)

// Aggregate says how positions become one number for a tie.
type Aggregate string

// The aggregates.
const (
	Ignore     Aggregate = "ignore"
	Congruence Aggregate = "congruence" // of one mode
	Conflict   Aggregate = "conflict"   // of one mode
	Subtract   Aggregate = "subtract"
	Combine    Aggregate = "combine" // of two modes
)

// Normalise says by what numbers are divided.
type Normalise string

// The normalisations.
const (
	NormaliseNone       Normalise = "none"
	NormaliseAverage    Normalise = "average"    // of one mode, as the next three
	NormaliseJaccard    Normalise = "jaccard"    //
	NormaliseCosine     Normalise = "cosine"     //
	NormaliseDNACosine  Normalise = "dna-cosine" // what the Discourse Network Analyzer writes under the name of cosine; it is none
	NormaliseActivity   Normalise = "activity"   // of two modes, as the next one
	NormaliseProminence Normalise = "prominence"
)

// Choices say which network is made of positions.
type Choices struct {
	Mode      Mode
	Rows      Variable // none: holder
	Columns   Variable // none: issue
	Aggregate Aggregate
	Normalise Normalise // none: NormaliseNone
	Values    Values    // nil: DefaultValues
}

// Check refuses what cannot be combined, and says what can.
func (c Choices) Check() error {
	if c.rows() == c.columns() {
		return say.Errorf("Rows and columns must differ: choose holder and issue, or issue and holder.")
	}
	switch c.Mode {
	case OneMode:
		if !allows([]Aggregate{Ignore, Congruence, Conflict, Subtract}, c.Aggregate) {
			return say.Errorf("“%s” is of networks of two modes. Of one mode there are ignore, congruence, conflict and subtract.", c.Aggregate)
		}
		if !allows([]Normalise{"", NormaliseNone, NormaliseAverage, NormaliseJaccard, NormaliseCosine, NormaliseDNACosine}, c.Normalise) {
			return say.Errorf("“%s” is of networks of two modes. Of one mode there are none, average, jaccard, cosine and dna-cosine.", c.Normalise)
		}
	case TwoMode:
		if !allows([]Aggregate{Ignore, Subtract, Combine}, c.Aggregate) {
			return say.Errorf("“%s” is of networks of one mode. Of two modes there are ignore, subtract and combine.", c.Aggregate)
		}
		if !allows([]Normalise{"", NormaliseNone, NormaliseActivity, NormaliseProminence}, c.Normalise) {
			return say.Errorf("“%s” is of networks of one mode. Of two modes there are none, activity and prominence.", c.Normalise)
		}
	default:
		return say.Errorf("A network has one mode or two.")
	}
	return nil
}

func (c Choices) rows() Variable {
	if c.Rows == "" {
		return VariableHolder
	}
	return c.Rows
}

func (c Choices) columns() Variable {
	if c.Columns == "" {
		return VariableIssue
	}
	return c.Columns
}

// Network makes the matrix of a network of positions.
func (c Choices) Network(valued []Valued, h *store.Holdings) (*Matrix, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	in := incidenceOf(valued, c.rows(), c.columns(), h)
	if c.Mode == TwoMode {
		return in.twoMode(c.Aggregate, c.Normalise), nil
	}
	return in.oneMode(c.Aggregate, c.Normalise), nil
}

// twoMode ties rows to columns. With x[a,p,k] the positions of a on p with value k (Leifeld, “Discourse Network Analysis”, in The Oxford
// Handbook of Political Networks, 2017):
//
//	ignore    Σ_k x
//	subtract  Σ_k k·x, where 0 counts as −1 if no other value than 0 and 1 occurs
//	combine   0 none, 1 only positive, 2 only negative, 3 both; 0 is negative if no other value than 0 and 1 occurs, and else left out
//
// Normalised by activity it is divided by N_a = Σ_p Σ_k x, by prominence by N_p = Σ_a Σ_k x.
func (in *incidence) twoMode(how Aggregate, norm Normalise) *Matrix {
	m := &Matrix{Rows: in.rows, Columns: in.columns, Cells: cells(len(in.rows), len(in.columns))}
	isBinary := true
	for _, v := range in.values {
		isBinary = isBinary && (v == 0 || v == 1)
	}
	for _, e := range in.entries {
		value := in.values[e.value]
		if isBinary && value == 0 {
			value = -1
		}
		cell := &m.Cells[e.row][e.column]
		switch how {
		case Subtract:
			*cell += value * e.x
		case Combine:
			switch {
			case value > 0 && *cell != 1 && *cell != 3:
				*cell++
			case value < 0 && *cell < 2:
				*cell += 2
			}
		default:
			*cell += e.x
		}
	}
	for a := range m.Cells {
		for p := range m.Cells[a] {
			switch norm {
			case NormaliseActivity:
				m.Cells[a][p] /= m.Rows[a].Positions
			case NormaliseProminence:
				m.Cells[a][p] /= m.Columns[p].Positions
			}
		}
	}
	return m
}

// oneMode ties rows by what they have in common in the columns. For a ≠ b, with R the largest less the smallest value that occurs (Leifeld,
// 2017, as above); if R is 0 all that is common is congruent:
//
//	congruence  Σ_p Σ_k1 Σ_k2 x[a,p,k1]·x[b,p,k2]·(1 − |k1 − k2|/R)
//	conflict    Σ_p Σ_k1 Σ_k2 x[a,p,k1]·x[b,p,k2]·|k1 − k2|/R
//	ignore      their sum
//	subtract    their difference
//
// The diagonal is 0.
func (in *incidence) oneMode(how Aggregate, norm Normalise) *Matrix {
	n, width := len(in.rows), len(in.values)
	m := &Matrix{Rows: in.rows, Columns: in.rows, Cells: cells(n, n), OneMode: true}
	weight := in.likeness(how)
	shares := sharesOf(norm, n)
	for entries := range in.byColumn() {
		held, x := dense(entries, width)
		turned := make([]float64, len(x)) // by the likeness of values
		for i, y := range x {
			for k := range width {
				turned[i/width*width+k] += y * weight[i%width*width+k]
			}
		}
		for i, a := range held {
			for j, b := range held[:i] {
				m.Cells[a][b] += dot(x[i*width:(i+1)*width], turned[j*width:(j+1)*width])
			}
		}
		shares.add(held, x, width)
	}
	divisor := in.divisor(norm, shares)
	for a := range n {
		for b := range a {
			x := m.Cells[a][b]
			if d := divisor(a, b); d == 0 {
				x = 0
			} else {
				x /= d
			}
			m.Cells[a][b], m.Cells[b][a] = x, x
		}
	}
	return m
}

// byColumn yields the entries of each column.
func (in *incidence) byColumn() iter.Seq[[]entry] {
	return func(yield func([]entry) bool) {
		for start := 0; start < len(in.entries); {
			end := start
			for end < len(in.entries) && in.entries[end].column == in.entries[start].column {
				end++
			}
			if !yield(in.entries[start:end]) {
				return
			}
			start = end
		}
	}
}

// dense returns the rows that a column has entries of, rising, and x by row and value, of which there are as many as width says.
func dense(column []entry, width int) (held []int32, x []float64) {
	for _, e := range column {
		if len(held) == 0 || held[len(held)-1] != e.row {
			held = append(held, e.row)
			x = append(x, make([]float64, width)...)
		}
		x[len(x)-width+int(e.value)] = e.x
	}
	return held, x
}

func dot(x, y []float64) (sum float64) {
	for k := range x {
		sum += x[k] * y[k]
	}
	return sum
}

// likeness returns by how much a pair of values counts, by the first and the second.
func (in *incidence) likeness(how Aggregate) []float64 {
	width, r := len(in.values), in.spread()
	weight := make([]float64, width*width)
	for i, k1 := range in.values {
		for j, k2 := range in.values {
			apart := 0.0
			if r > 0 {
				apart = math.Abs(k1-k2) / r
			}
			w := &weight[i*width+j]
			switch how {
			case Congruence:
				*w = 1 - apart
			case Conflict:
				*w = apart
			case Subtract:
				*w = 1 - 2*apart
			default:
				*w = 1
			}
		}
	}
	return weight
}

// shares are what two rows have of the same values in the same columns, as far as a normalisation needs it.
type shares struct {
	products [][]float64 // Σ x_a·x_b, for a > b
	mine     [][]float64 // Σ x_a where x_b > 0, for all a and b
}

func sharesOf(norm Normalise, n int) *shares {
	if norm != NormaliseJaccard {
		return &shares{}
	}
	return &shares{products: cells(n, n), mine: cells(n, n)}
}

// add counts one column.
func (s *shares) add(held []int32, x []float64, width int) {
	if s.products == nil {
		return
	}
	for i, a := range held {
		for j, b := range held[:i] {
			for k := range width {
				if xa, xb := x[i*width+k], x[j*width+k]; xa > 0 && xb > 0 {
					s.products[a][b] += xa * xb
					s.mine[a][b] += xa
					s.mine[b][a] += xb
				}
			}
		}
	}
}

// divisor returns by what the number of a pair of rows, a > b, is divided (0: the number is 0):
//
//	average     (N_a + N_b)/2
//	jaccard     m01 + m10 + m11, with m10 = Σ x_a where x_b = 0, m01 the reverse, m11 = Σ x_a·x_b, over columns and values (Jaccard, 1901,
//	            for counts as the Discourse Network Analyzer has it)
//	cosine      √(Σ x_a² · Σ x_b²) (Salton and McGill, 1983)
//	dna-cosine  N_a·N_b
func (in *incidence) divisor(norm Normalise, s *shares) func(a, b int) float64 {
	switch norm {
	case NormaliseAverage:
		return func(a, b int) float64 { return (in.rows[a].Positions + in.rows[b].Positions) / 2 }
	case NormaliseJaccard:
		return func(a, b int) float64 {
			return in.rows[a].Positions - s.mine[a][b] + in.rows[b].Positions - s.mine[b][a] + s.products[a][b]
		}
	case NormaliseCosine:
		squares := make([]float64, len(in.rows))
		for _, e := range in.entries {
			squares[e.row] += e.x * e.x
		}
		return func(a, b int) float64 { return math.Sqrt(squares[a] * squares[b]) }
	case NormaliseDNACosine:
		return func(a, b int) float64 { return in.rows[a].Positions * in.rows[b].Positions }
	}
	return func(int, int) float64 { return 1 }
}

// cells makes a table of zeros.
func cells(rows, columns int) [][]float64 {
	all := make([]float64, rows*columns)
	table := make([][]float64, rows)
	for i := range table {
		table[i] = all[i*columns : (i+1)*columns : (i+1)*columns]
	}
	return table
}
