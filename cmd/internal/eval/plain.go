package main

import (
	"slices"
	"strings"

	"standpoint/store/text"
)

// plainVerbs are the verbs of which nobody doubts that they are of saying, in the forms that reports have. They are the measure's own: what
// the rules know may not move it.
var plainVerbs = map[string]string{
	"en": `say says said saying tell tells told telling add adds added adding state states stated stating announce announced announces
		explain explained explains note notes noted according write wrote writes reply replied replies answer answered`,
	"de": `sagt sagte sagten gesagt erklärt erklärte erklärten teilte mitteilte betonte ergänzte fügte laut zufolge berichtete schrieb
		schreibt antwortete`,
	"fr": `dit déclare déclaré déclarait indique indiqué annonce annoncé ajoute ajouté affirme affirmé explique expliqué précise précisé
		selon écrit répondu souligne souligné`,
	"es": `dijo dice dijeron declaró afirmó añadió señaló explicó indicó según anunció respondió escribió aseguró`,
	"uk": `сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили додав додала каже кажуть наголосив наголосила
		словами пояснила пояснив написав написала`,
	"ru": `сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили добавил добавила говорит говорят отметил отметила
		словам пояснил пояснила написал написала`,
}

// isPlainSpeech reports whether a cue is a verb of saying.
func isPlainSpeech(language, cue string) bool {
	verbs := map[string]bool{}
	for v := range strings.FieldsSeq(plainVerbs[language]) {
		verbs[text.Fold(v)] = true
	}
	return slices.ContainsFunc(wordsOf(cue), func(w string) bool { return verbs[w] })
}
