package render

import (
	"net/url"
	"regexp"
	"strings"

	"standpoint/store/text"
)

// address returns an address to which a document may link: of the web, mail or a file, without a character that does harm. "" for
// any other, which stands there as words alone.
func address(link string) string {
	if link == "" {
		return ""
	}
	u, err := url.Parse(link)
	if err != nil || text.Harmless(link) != link {
		return ""
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto", "file":
	default:
		return ""
	}
	return strings.TrimSpace(link)
}

// isAnchor reports whether a name can be one of a place in a document, as notes promise of all.
func isAnchor(name string) bool {
	for i := range len(name) {
		c := name[i]
		if c != '-' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return name != ""
}

// language returns a tag of BCP 47 as it is, "" for what cannot be one.
func language(tag string) string {
	if languageForm.MatchString(tag) {
		return tag
	}
	return ""
}

var languageForm = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
