package suggest

import "testing"

func TestWhatIsMeantToBeDoneIsStillToCome(t *testing.T) {
	checkTimes(t, "en", []timesRow{
		{"He promised to pay ten crowns to each of them by the end of October.", "end of October = 2025-10"},
		{"They voted 5-4 in the harbour to close four schools in October.", "October = 2025-10"},
		{"The commission's mandate ends in October.", "October = 2025-10"},
		{"Norvian crude for October lost 92 cents a barrel.", "October = 2025-10"},
		{"She demanded that Norvia name the officers by Thursday.", "Thursday = 2025-05-22"},
		{"The bank gave the lender until Thursday to answer.", "Thursday = 2025-05-22"},
		{"He called for calm on Thursday.", "Thursday = 2025-05-15"},
		{"Asked on Thursday whether she would, she slept.", "Thursday = 2025-05-15"},
		{"They voted against the talks in October.", "October = 2024-10"},
		{"He is to meet Odo Lenz (R-Ohio) on Thursday.", "Thursday = 2025-05-22"},
		{"She expected to finish “a lot closer than people think” on Saturday.", "Saturday = 2025-05-17"},
		{"Kessel, who is facing Lenz in November, laughed.", "November = 2025-11"},
		{"They have money to compete through October.", "October = 2025-10"},
		{"The judge would not put it off until after the Oct. 4 vote.", "Oct. 4 = 2025-10-04"},
	})
}

func TestWordsOfATaleAndOfNamesAreNoDates(t *testing.T) {
	checkTimes(t, "en", []timesRow{
		{"Her mother, June Kessel, slept.", ""},
		{"It was paid for by Citizens for Tomorrow.", ""},
		{"He does this every July.", ""},
		{"They met on Saturday nights.", ""},
		{"He telephoned him the next morning.", ""},
		{"It is hard to be both on the same Friday.", ""},
		{"It was sent in April last year.", "April last year = 2024-04"},
	})
}
