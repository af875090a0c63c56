package suggest

import (
	"strings"
	"testing"
)

func TestWhoHasMinistersAndAmbassadorsIsAStateInFrenchAndSpanish(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{
			"fr", "La Norvie se tait. Le ministre norvien de la défense se tait aussi.",
			"Norvie = Norvie, state, name.adjective",
		},
		{
			"fr", "L’ambassadrice d’Estmarie est partie. Le Mervar et la Vélie se disputent une île. L’armée mervaroise avance.",
			"Estmarie = Estmarie, state, name.adjective; Mervar = Mervar, state, name.adjective; Vélie = Vélie, state, name.adjective",
		},
		{
			"fr", "Le ministre de la Transition est parti. Le président de Kelgate aussi. Le maire mervarois reste à Mervar.",
			"Mervar = Mervar, , name.place",
		},
		{
			"fr", "Le président de la Norvie a vu son homologue. La Norvie se tait.",
			"Norvie = Norvie, state, name.adjective; Norvie = Norvie, state, name.adjective",
		},
		{
			"es", "Norvia calla. La canciller de Norvia calla. Hubo algo entre Norvia y Estmar.",
			"Norvia = Norvia, state, name.adjective; Norvia = Norvia, state, name.adjective; Norvia = Norvia, state, name.adjective; " +
				"Estmar = Estmar, state, name.adjective",
		},
		{
			"es", "Ayer Costaluz retiró a su gente. El ejército costaluceño avanza. El canciller costaluzano dimitió.",
			"Costaluz = Costaluz, state, name.adjective",
		},
		{
			"fr", "L'association Kelgate se tait. L'armée norvienne avance. La Norvie se tait. L'avocat Odo Lenz aussi.",
			"Kelgate = Kelgate, organisation, name.organisation; Norvie = Norvie, state, name.adjective; " +
				"Odo Lenz = Odo Lenz, person, name.title",
		},
		{"es", "La ministra de Minería dimitió. El alcalde costaluzano vive cerca.", ""},
	} {
		if got := strings.Join(mentionsIn(t, Know(nil), c.language, c.text), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
