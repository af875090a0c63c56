//go:build window

package main_test

import (
	"path/filepath"
	"strings"
	"testing"

	"standpoint/app/look"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// spoken is a sentence of an article in many scripts, whom it names, and what is said
// in it: a part of the sentence each.
type spoken struct{ sentence, actor, quotation string }

var spokenInManyScripts = []spoken{
	{
		"Міністерка торгівлі Норвії Мара Еллін сказала: «Ми не підпишемо жодної угоди, доки порт зачинено». Її речник не відповів.",
		"Мара Еллін", "Ми не підпишемо жодної угоди, доки порт зачинено",
	},
	{
		"Estmark’ın elçisi İlgın Şağır, “görüşmeler ağır ilerliyor” dedi; ışıklar gece yarısına kadar sönmedi.",
		"İlgın Şağır", "görüşmeler ağır ilerliyor",
	},
	{
		"قالت المتحدثة ليان قصّار لوكالة Meridian Wire إن 1250 شخصاً وصلوا منذ ١٦ أيار، وأضافت: «لن نوقّع قبل أن يُفتح الميناء».",
		"ليان قصّار", "لن نوقّع قبل أن يُفتح الميناء",
	},
	{
		"דוברת המשלחת, נועה ארבל, אמרה ל־Varro Courier (16 במאי): ”נחזור לשולחן כשהנמל ייפתח“.",
		"נועה ארבל", "נחזור לשולחן כשהנמל ייפתח",
	},
	{
		"诺维亚代表团发言人林若溪周五表示：“停火必须先于谈判，港口必须先于停火。”埃斯特马克外交部没有回应这一说法，也没有公布下一轮会谈的日期。",
		"林若溪", "停火必须先于谈判，港口必须先于停火。",
	},
	{
		"नोर्विया के प्रवक्ता आरव मेहरल ने कहा, “हम बंदरगाह खोलने का समर्थन करते हैं।” उन्होंने तारीख़ नहीं बताई।",
		"आरव मेहरल", "हम बंदरगाह खोलने का समर्थन करते हैं।",
	},
	{
		"Readers of the Courier answered with families 👨‍👩‍👧‍👦 👩‍👧, a nurse 👩🏽‍⚕️, thumbs 👍🏽👎 and a white flag 🏳️; “enough talk ☎️,” wrote " +
			"Odile Brandt.",
		"Odile Brandt", "enough talk ☎️,",
	},
}

// An article in which everybody speaks in another script.
func TestScreenshotsOfManyScripts(t *testing.T) {
	d := newDisplay(t, 1440, 900)
	p := d.start(look.Light, d.manyScripts())
	p.settled()
	t.Log(p.keep("scripts-light-large"))
	p.quit()
}

// manyScripts is a project with the article.
func (d *display) manyScripts() string {
	d.t.Helper()
	path := filepath.Join(d.home, "scripts.standpoint")
	project, err := store.Create(d.t.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		d.t.Fatal(err)
	}
	if _, err := project.Do(d.t.Context(), storetest.Titled("Fill"), addManyScripts); err != nil {
		d.t.Fatal(err)
	}
	if err := project.Close(); err != nil {
		d.t.Fatal(err)
	}
	return path
}

func addManyScripts(b *store.Batch) error {
	sentences := make([]string, len(spokenInManyScripts))
	for i, s := range spokenInManyScripts {
		sentences[i] = s.sentence
	}
	content := strings.Join(sentences, "\n\n")
	body, err := text.NewBody(content)
	if err != nil {
		return err
	}
	article, err := b.AddArticle(store.Article{
		Title: "Harbour talks, in the words of all sides", Source: "The Varro Courier",
		Published: "2031-05-16",
	}, content)
	if err != nil {
		return err
	}
	issue, err := b.AddIssue(store.Issue{Name: "Harbour"})
	if err != nil {
		return err
	}
	for _, s := range spokenInManyScripts {
		if err := s.add(b, body, article.ID, issue.ID); err != nil {
			return err
		}
	}
	return nil
}

// add makes the mention, the statement and the position of a sentence.
func (s spoken) add(b *store.Batch, body *text.Body, article, issue store.ID) error {
	anchor := func(words string) text.Anchor {
		_, _, found := strings.Cut(body.String(), words)
		if !found {
			panic(words + " is not said")
		}
		start := body.Position(strings.Index(body.String(), words))
		a, err := text.NewAnchor(body, text.Span{Start: start, End: start + len([]rune(words))})
		if err != nil {
			panic(words + ": " + err.Error())
		}
		return a
	}
	actor, err := b.AddActor(store.Actor{Name: s.actor, Kind: store.ActorPerson})
	if err != nil {
		return err
	}
	if _, err := b.AddAnnotation(store.Annotation{
		Article: article, Kind: store.KindMention, Actor: actor.ID,
		Anchor: anchor(s.actor),
	}); err != nil {
		return err
	}
	statement, err := b.AddAnnotation(store.Annotation{
		Article: article, Kind: store.KindStatement, Quotation: store.QuotationDirect, Act: store.ActSays, Anchor: anchor(s.quotation),
		Participants: []store.Participant{{Role: store.RoleSpeaker, Actor: actor.ID}},
	})
	if err != nil {
		return err
	}
	_, err = b.AddAnnotation(store.Annotation{
		Article: article, Kind: store.KindPosition, Statement: statement.ID, Stance: store.StanceSupport,
		Target: store.Target{Issue: issue},
	})
	return err
}
