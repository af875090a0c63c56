package suggest

import "testing"

// A quotation without a verb of saying is somebody's whose words a noun tells it to be, or who spoke before.
func TestWhoseWordsAQuotationIs(t *testing.T) {
	for _, row := range []statementRow{
		{"“It rained all week” was all Ida Moll would say.", []string{"Ida Moll [] says, direct: “It rained all week”"}},
		{"“It rained all week,” was Ida Moll's answer.", []string{"Ida Moll [] says, direct: “It rained all week,”"}},
		{"“It rained all week,” came the reply from Ida Moll.", []string{"Ida Moll [] says, direct: “It rained all week,”"}},
		{"As Ida Moll put it: “It rained all week.”", []string{"Ida Moll [] says, direct: “It rained all week.”"}},
		{"Ida Moll's first words to the crew were “It rained all week.”", []string{"Ida Moll [] says, direct: “It rained all week.”"}},
		{"Her reply was “It rained all week.”", []string{"Her [] says, direct: “It rained all week.”"}},
		{"“It rained all week.” Those were the words of Ida Moll.", []string{"Ida Moll [] says, direct: “It rained all week.”"}},
		{"“It rained all week.” That was how Ida Moll put it.", []string{"Ida Moll [] says, direct: “It rained all week.”"}},
		{"“It rained all week.” So said Ida Moll on Monday.", []string{"Ida Moll [] says, direct: “It rained all week.”"}},
		{"On the wall Ida Moll had scrawled “It rained all week”.", []string{"Ida Moll [scrawled] says, direct: “It rained all week”"}},
		{"The plan was described by Ida Moll as “a gift to the rich”.", []string{"Ida Moll [described] says, direct: “a gift to the rich”"}},
		{"The plan was called “a gift to the rich” by Ida Moll.", []string{"Ida Moll [called] says, direct: “a gift to the rich”"}},
		{"Ida Moll was heard to mutter “it rained all week”.", []string{"Ida Moll [mutter] says, direct: “it rained all week”"}},
		{"Ida Moll's verdict? “A difficult week for everyone.”", []string{"Ida Moll [] says, direct: “A difficult week for everyone.”"}},
		{"“The Long Road” was the first film of Ida Moll.", nil},
		{
			"There had been a call, Ida Moll said, from a man. He had a cold.\n\n“I said, ‘I like it fine. I like it a lot.’”",
			[]string{
				"Ida Moll [said] says, indirect: There had been a call",
				"Ida Moll [] says, direct: “I said, ‘I like it fine. I like it a lot.’”",
				"I=Ida Moll [said] says, direct: ‘I like it fine. I like it a lot.’",
			},
		},
		{"Odo Lenz left. “It is over,” the Croat said.", []string{"the Croat=Odo Lenz [said] says, direct: “It is over,”"}},
		{
			"Labour's spokeswoman, Ida Moll, when I asked her about it, laughed and said she would call back.",
			[]string{"Ida Moll [said] says, indirect: she would call back"},
		},
		{
			"Ida Moll insists the man is going nowhere, despite what he says.",
			[]string{"Ida Moll [insists] says, indirect: the man is going nowhere"},
		},
		{
			"Keeper Lenz wants out\n\nOdo Lenz left. Lenz said it was over.",
			[]string{"Lenz=Odo Lenz [said] says, indirect: it was over"},
		},
	} {
		checkStatements(t, row)
	}
}

// What somebody says of a thing is read where it is called something, or told before who says it.
func TestWhatIsToldOfAThingIsReadWithIt(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"The company called the demands unrealistic. Lenz called it unfair and said he would sue. Moll " +
				"called the offer too low. She called the police early.",
			[]string{
				"The company [called] says, indirect: the demands unrealistic",
				"Lenz [called] says, indirect: it unfair",
				"Lenz [said] says, indirect: he would sue",
				"Moll [called] says, indirect: the offer too low",
			},
		},
		{
			"Ivo Zelinski, who ran the division until 2029 and now teaches in Sarn, called the complaint the " +
				"strongest he had read. Moll called him the only man she trusts.",
			[]string{
				"Ivo Zelinski [called] says, indirect: the complaint the strongest he had read",
				"Moll [called] says, indirect: him the only man she trusts",
			},
		},
		{
			"A bookkeeper who admitted stealing $1.3 million from a fund was jailed on Wednesday.",
			[]string{
				"A bookkeeper [admitted] says, indirect: stealing $1.3 million from a fund",
			},
		},
		{
			"He pointed to letters from 31 members, one of whom wrote that she had forgiven Ms. Moll “before the " +
				"police left.” He has two sons, both of whom say he is innocent.",
			[]string{
				"one of whom [wrote] says, mixed: she had forgiven Ms. Moll “before the police left.”",
				"both of whom [say] says, indirect: he is innocent",
			},
		},
		{
			"It might explain the horses, she said, but not the letters that Ms. Moll showed the board.",
			[]string{
				"she [said] says, indirect: It might explain the horses | but not the letters that Ms. Moll showed the board",
			},
		},
		{
			"It was a deal the agency said would cost a million. They face a toll that Lenz says is needed. What " +
				"she said would surprise you.",
			[]string{
				"the agency [said] says, indirect: would cost a million",
				"Lenz [says] says, indirect: is needed",
			},
		},
		{
			"It accuses Loxdale of fraud, a charge the company denied within the hour. He is accused of theft, " +
				"which he denies. The plan, which the union rejected, would cost jobs.",
			[]string{
				"It [accuses] says, indirect: of fraud",
				"the company [denied] denies, indirect: a charge",
				"he [denies] denies, indirect: which",
			},
		},
		{
			"Prosecutors said that Ms. Moll wrote 214 checks to a firm she had set up.",
			[]string{
				"Prosecutors [said] says, indirect: Ms. Moll wrote 214 checks to a firm she had set up",
			},
		},
	}...)
}

// What is read of somebody is theirs: no share is a name, nobody tells themselves, and a comment of the writer is none of what they say.
func TestNoMoreIsReadThanSomebodySays(t *testing.T) {
	t.Parallel()
	checkStatements(t, []statementRow{
		{
			"Amperon rose. Shares of Marsten fell 4%. Marsten said it was late.",
			[]string{
				"Marsten [said] says, indirect: it was late",
			},
		},
		{
			"He told Odo Lenz that he would sue. Ivo Moll laughed.",
			[]string{
				"He [told] says, indirect: he would sue → Odo Lenz",
			},
		},
		{
			"Marsten Foods said it would buy Quillby for $7.4 billion, a bet that pretzels can make up for cereal.",
			[]string{
				"Marsten Foods [said] says, indirect: it would buy Quillby for $7.4 billion",
			},
		},
		{
			"She would not say for how long. He did not say to whom it was sold.",
			[]string{
				"She [would not say] declines, indirect: for how long",
			},
		},
		{
			"A consultant who advises the firm agreed. A man who told police he was ill was freed.",
			[]string{
				"A man [told] says, indirect: he was ill → police",
			},
		},
		{
			"Velia has always denied backing the Front, though it did.",
			[]string{
				"Velia [denied] denies, indirect: backing the Front",
			},
		},
		{
			"The United Nations refugee agency said it was late.",
			[]string{
				"The United Nations refugee agency [said] says, indirect: it was late",
			},
		},
	}...)
}
