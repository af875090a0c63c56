package desk

import "unicode"

// LatinLetter returns the Latin capital that stands on the same key as the
// letter r in the Ukrainian, Russian, Greek, Arabic and Hebrew keyboard
// layouts, so that one-letter commands work without switching layouts, and
// the digit that an Arabic or Persian one stands for. Runes
// of no such key are returned in upper case as they are.
func LatinLetter(r rune) rune {
	r = unicode.ToUpper(r)
	if latin, ok := letterKeys[r]; ok {
		return latin
	}
	for _, zero := range []rune{'٠', '۰'} {
		if zero <= r && r <= zero+9 {
			return '0' + r - zero
		}
	}
	return r
}

// letterKeys maps the letters printed on a key by the standard Ukrainian,
// Russian, Greek, Arabic (101) and Hebrew layouts to the letter of a US keyboard.
var letterKeys = map[rune]rune{
	// Russian; Ukrainian differs in І, Ї and Є.
	'Ф': 'A', 'И': 'B', 'С': 'C', 'В': 'D', 'У': 'E', 'А': 'F', 'П': 'G', 'Р': 'H',
	'Ш': 'I', 'О': 'J', 'Л': 'K', 'Д': 'L', 'Ь': 'M', 'Т': 'N', 'Щ': 'O', 'З': 'P',
	'Й': 'Q', 'К': 'R', 'Ы': 'S', 'І': 'S', 'Е': 'T', 'Г': 'U', 'М': 'V', 'Ц': 'W',
	'Ч': 'X', 'Н': 'Y', 'Я': 'Z', 'Х': '[', 'Ъ': ']', 'Ї': ']',
	// Greek
	'Α': 'A', 'Β': 'B', 'Ψ': 'C', 'Δ': 'D', 'Ε': 'E', 'Φ': 'F', 'Γ': 'G', 'Η': 'H',
	'Ι': 'I', 'Ξ': 'J', 'Κ': 'K', 'Λ': 'L', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Π': 'P',
	'Ρ': 'R', 'Σ': 'S', 'Τ': 'T', 'Θ': 'U', 'Ω': 'V', 'Χ': 'X', 'Υ': 'Y', 'Ζ': 'Z',
	// Arabic
	'ش': 'A', 'ﻻ': 'B', 'ؤ': 'C', 'ي': 'D', 'ث': 'E', 'ب': 'F', 'ل': 'G', 'ا': 'H',
	'ه': 'I', 'ت': 'J', 'ن': 'K', 'م': 'L', 'ة': 'M', 'ى': 'N', 'خ': 'O', 'ح': 'P',
	'ض': 'Q', 'ق': 'R', 'س': 'S', 'ف': 'T', 'ع': 'U', 'ر': 'V', 'ص': 'W', 'ء': 'X',
	'غ': 'Y', 'ئ': 'Z', 'ج': '[', 'د': ']',
	// Hebrew
	'ש': 'A', 'נ': 'B', 'ב': 'C', 'ג': 'D', 'ק': 'E', 'כ': 'F', 'ע': 'G', 'י': 'H',
	'ן': 'I', 'ח': 'J', 'ל': 'K', 'ך': 'L', 'צ': 'M', 'מ': 'N', 'ם': 'O', 'פ': 'P',
	'ר': 'R', 'ד': 'S', 'א': 'T', 'ו': 'U', 'ה': 'V', 'ס': 'X', 'ט': 'Y', 'ז': 'Z',
}
