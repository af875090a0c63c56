package suggest

import (
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

func TestTheKindOfAnActorIsGuessedFromItsName(t *testing.T) {
	for name, want := range map[string]store.ActorKind{
		"Mara Ellin":                        store.ActorPerson,
		"Ilse van der Varo":                 store.ActorPerson,
		"Foreign Minister Anna Kessel":      store.ActorPerson,
		"Dr. Kessel":                        store.ActorPerson,
		"Prime Minister Oder":               store.ActorPerson,
		"Ministry of Fisheries":             store.ActorOrganisation,
		"the Norvian Ministry of Fisheries": store.ActorOrganisation,
		"Harbour House":                     store.ActorOrganisation,
		"Pilots’ Union":                     store.ActorOrganisation,
		"Varro Wire":                        store.ActorOrganisation,
		"Kellmarker Zeitung":                store.ActorOrganisation,
		"NFU":                               store.ActorOrganisation,
		"The Varro Courier":                 store.ActorOrganisation,
		"Fischereiministerium":              store.ActorOrganisation,
		"Міністерство рибальства":             store.ActorOrganisation,
		"Министерство рыболовства":            store.ActorOrganisation,
		"ministère de la Pêche":               store.ActorOrganisation,
		"Ministerio de Pesca":                 store.ActorOrganisation,
		"Iceland":                             store.ActorState,
		"the United States":                   store.ActorState,
		"U.S.":                                store.ActorState,
		"Frankreich":                          store.ActorState,
		"Україна":                             store.ActorState,
		"Türkiye":                             store.ActorState,
		"the United Nations":                  store.ActorOrganisation,
		"Republic of Velia":                   store.ActorState,
		"Velian Republic":                     store.ActorState,
		"the Norvian delegation":              store.ActorGroup,
		"Harbour Workers":                     store.ActorGroup,
		"Port Varro":                          store.ActorState,
		"Lake Sorrel":                         store.ActorState,
		"Mount Ellin":                         store.ActorState,
		"the Sorrel Islands":                  store.ActorState,
		"Puerto Varro":                        store.ActorState,
		"Озеро Соррель":                       store.ActorState,
		"Port Varro Council":                  store.ActorOrganisation,
		"Lake Sorrel Fishers":                 store.ActorGroup,
		"Port":                                "",
		"Icelanders":                          "",
		"Russians":                            store.ActorGroup,
		"Velia":                               "",
		"the toll":                            "",
		"a harbour that is open to all boats": "",
		"":                                    "",
		"…":                                   "",
	} {
		if got := KindOf(name); got != want {
			t.Errorf("%q is %q, should be %q", name, got, want)
		}
	}
}

func TestTheKindOfAnActorIsGuessedFromWhatTheTextHasOfIt(t *testing.T) {
	const said = "Velia did not come. The government of Velia is divided. Tellin’s foreign minister stayed away. " +
		"Meridian reported that. Courantis, citing its own man, did not. Sorrel is open. " +
		"Ostvian Trade Minister Mara Ellin said Ostvia agrees. Talden eats Taldenian bread."
	for name, want := range map[string]store.ActorKind{
		"Velia": store.ActorState, "Tellin": store.ActorState, "Meridian": store.ActorOrganisation, "Courantis": store.ActorOrganisation,
		"Sorrel": "", "Ostvia": store.ActorState, "Talden": "",
	} {
		b, s := found(t, said, name)
		if got := (Text{Body: b}).KindAt(s); got != want {
			t.Errorf("%s is %q, should be %q", name, got, want)
		}
	}
}

// found is a text and where words first stand in it.
func found(t testing.TB, content, words string) (*text.Body, text.Span) {
	t.Helper()
	b, err := text.NewBody(content)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(content, words)
	if at < 0 {
		t.Fatalf("%q is not in %q", words, content)
	}
	return b, text.Span{Start: b.Position(at), End: b.Position(at + len(words))}
}
