package words

import (
	"fmt"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// ReadAs says how a search is read, for who may have meant something else by it; "" where that is plain: words that must all be there.
func ReadAs(typed string, q text.Query) string {
	if q.Root == nil || isPlainlyRead(typed, q) {
		return ""
	}
	var wanted, others []string
	for _, n := range q.Root.Conjuncts() {
		if n.Op == text.OpPart {
			wanted = append(wanted, partRead(n.Part))
		} else {
			others = append(others, nodeRead(n))
		}
	}
	if len(wanted) > 0 {
		others = slices.Insert(others, 0, Joined(wanted))
	}
	return Sentence("Read as: %s", Dotted(others...))
}

// isPlainlyRead reports whether each word that was typed is looked for as it stands there, and none could be meant to join others.
func isPlainlyRead(typed string, q text.Query) bool {
	parts, fields := q.Sought(), strings.Fields(typed)
	if !q.IsPlain() || len(parts) != len(fields) {
		return false
	}
	for i, f := range fields {
		if parts[i].Typed != f || strings.HasSuffix(f, "*") || strings.Contains(f, ":") ||
			slices.Contains([]string{"and", "or", "not", "near"}, strings.ToLower(f)) {
			return false
		}
	}
	return true
}

// nodeRead says how a part of a search is read. What it holds is told in the words of a search, which are those of no language: others
// would bend it to its place.
func nodeRead(n *text.QueryNode) string {
	switch n.Op {
	case text.OpPart:
		return partRead(n.Part)
	case text.OpField:
		return fieldRead(n.Field, n.Value)
	case text.OpNot:
		return Sentence("without %s", asTyped(n.Of[0]))
	case text.OpOr:
		return Either(allAsTyped(n.Of))
	case text.OpNear:
		return Counted(n.Apart, "%s with at most {{.Count}} word between them", Joined(allAsTyped(n.Of)))
	}
	return Joined(allAsTyped(n.Of))
}

// asTyped is a part of a search as it can be typed, with all brackets.
func asTyped(n *text.QueryNode) string {
	join := ""
	switch n.Op {
	case text.OpPart:
		return "“" + n.Part.Typed + "”"
	case text.OpField:
		return n.Field + ":“" + n.Value + "”"
	case text.OpNot:
		return "NOT " + asTyped(n.Of[0])
	case text.OpOr:
		join = " OR "
	case text.OpNear:
		join = fmt.Sprintf(" NEAR/%d ", n.Apart)
	case text.OpAnd:
		join = " AND "
	}
	return "(" + strings.Join(allAsTyped(n.Of), join) + ")"
}

func allAsTyped(nodes []*text.QueryNode) []string {
	list := make([]string, len(nodes))
	for i, n := range nodes {
		list[i] = asTyped(n)
	}
	return list
}

// partRead says of words how they are looked for.
func partRead(p text.QueryPart) string {
	typed := strings.TrimRight(p.Typed, "*")
	switch {
	case strings.HasSuffix(p.Typed, "*") && p.Begun:
		return Sentence("words that begin with “%s”", typed)
	case strings.ContainsAny(typed, " \u00a0"):
		return Sentence("the phrase “%s”", typed)
	}
	return Sentence("“%s”", typed)
}

// fieldRead says what is asked of articles.
func fieldRead(field, value string) string {
	switch field {
	case "source":
		return Sentence("source “%s”", value)
	case "language":
		return Sentence("language “%s”", value)
	case "status":
		return Sentence("status “%s”", value)
	case "collection":
		return Sentence("collection “%s”", value)
	case "actor":
		return Sentence("actor “%s”", value)
	case "issue":
		return Sentence("issue “%s”", value)
	case "tag":
		return Sentence("tag “%s”", value)
	case "coder":
		return Sentence("coder “%s”", value)
	case "stance":
		return Sentence("stance “%s”", value)
	case "after":
		return Sentence("after %s", Date(store.Date(value)))
	}
	return Sentence("before %s", Date(store.Date(value)))
}
