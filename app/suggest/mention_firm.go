package suggest

// takesFirm takes the name of an organisation that stands after what it is in capitals, “l'ONG | Passerelle”, or between commas. It
// reports whether a run of large words is such.
func (e *elsewhere) takesFirm(first, end int) bool {
	to := e.firmApposed(first, end)
	if end-first > 1 && e.document.words[first].upper && e.isOrganisationNoun(first) {
		first, to = first+1, end
	}
	if to == first {
		return false
	}
	e.take(first, to, kindOrganisation, ruleOrg)
	return true
}

// firmApposed is where the name of an organisation ends that stands between commas after what it is: “La compagnie, | Ferrovia Nord, …”;
// its first word if none does.
func (e *elsewhere) firmApposed(first, end int) int {
	const least = 3 // “la”, “compagnie” and a comma
	words := e.document.words
	isApposed := first >= least && words[first-1].isMark(",") && articlesElsewhere[words[first-least].fold] && e.isOrganisationNoun(first-2)
	if !isApposed || isFirstName(words[first]) || e.code != "fr" && e.code != "es" {
		return first
	}
	if end+2 < len(words) && e.is("joins", words[end].fold) && words[end+1].large && !e.taken[end+1] {
		end += 2 // “Ferrovías | del Norte”
	}
	if end < len(words) && words[end].isMark(",") {
		return end
	}
	return first
}
