package learn_test

import (
	"context"
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"standpoint/app/suggest/learn"
)

// sequences have words 1 to 5: what follows a 3 up to the next 5 is said, and the 3 is the cue.
func sequences(n int) (all []*learn.Sequence) {
	for i := range n {
		s := &learn.Sequence{Per: 3}
		before, inside := uint32(0), false
		for k := range 12 {
			word := learn.Hash(string(rune('a'+i%7*k)))%4 + 1
			switch {
			case k == i%5:
				word = 3
			case k == i%5+4:
				word = 5
			case word == 3:
				word = 2
			}
			label := learn.Outside
			switch {
			case word == 3:
				label, inside = learn.Cue, true
			case word == 5:
				inside = false
			case inside && before == 3:
				label = learn.Begins
			case inside:
				label = learn.Goes
			}
			s.Features = append(s.Features, learn.Feature(0, word, 0), learn.Feature(1, before, 0), learn.Feature(2, word, before))
			s.Labels = append(s.Labels, label)
			before = word
		}
		all = append(all, s)
	}
	return all
}

func labelsOf(l *learn.Labeller, s *learn.Sequence) []learn.Label {
	var r learn.Reading
	l.Read(s, &r)
	return slices.Clone(r.Labels)
}

func TestLabelsAreLearntFromExamplesAndTheSameEachTime(t *testing.T) {
	train, test := sequences(40), sequences(60)[40:]
	first, err := learn.LearnLabels(t.Context(), train, 8)
	if err != nil {
		t.Fatal(err)
	}
	again, err := learn.LearnLabels(t.Context(), train, 8)
	if err != nil || !reflect.DeepEqual(first, again) {
		t.Errorf("the same examples gave something else (%v)", err)
	}
	wrong, words := 0, 0
	for _, s := range test {
		for i, l := range labelsOf(first, s) {
			if words++; l != s.Labels[i] {
				wrong++
			}
			if l == learn.Goes && (i == 0 || s.Labels[i-1] == learn.Outside && labelsOf(first, s)[i-1] == learn.Outside) {
				t.Fatalf("what is said goes on where it does not begin: %v", labelsOf(first, s))
			}
		}
	}
	if wrong*20 > words {
		t.Errorf("of %d words %d are labelled wrongly", words, wrong)
	}
}

func TestNoExamplesGiveNoLabeller(t *testing.T) {
	if l, err := learn.LearnLabels(t.Context(), nil, 3); l != nil || err != nil {
		t.Errorf("there is %v, %v", l, err)
	}
}

func TestWhatIsWrittenLabelsAndJudgesAsBefore(t *testing.T) {
	all := sequences(30)
	l, err := learn.LearnLabels(t.Context(), all, 4)
	if err != nil {
		t.Fatal(err)
	}
	data, err := l.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	read := &learn.Labeller{}
	if err := read.UnmarshalBinary(data); err != nil || !reflect.DeepEqual(l, read) {
		t.Errorf("another labeller is read, %v", err)
	}
	if read.UnmarshalBinary(data[:len(data)/2]) == nil || read.UnmarshalBinary(append(data, 1)) == nil || read.UnmarshalBinary(nil) == nil {
		t.Error("what is cut off or longer is read")
	}
	r, err := learn.LearnRanker(t.Context(), examples(50))
	if err != nil {
		t.Fatal(err)
	}
	if data, err = r.MarshalBinary(); err != nil {
		t.Fatal(err)
	}
	other := &learn.Ranker{}
	if err := other.UnmarshalBinary(data); err != nil || !reflect.DeepEqual(r, other) {
		t.Errorf("another ranker is read, %v", err)
	}
}

// examples of which those with the feature 7 are right, and those with 8 are not.
func examples(n int) (all []learn.Example) {
	for i := range n {
		right := i%2 == 0
		f := learn.Feature(1, 8, 0)
		if right {
			f = learn.Feature(1, 7, 0)
		}
		all = append(all, learn.Example{Features: []uint32{f, learn.Feature(2, uint32(i), 0)}, Right: right}) //nolint:gosec // it is small
	}
	return all
}

func TestARankerIsSurerOfWhatIsLikeTheRightOnes(t *testing.T) {
	r, err := learn.LearnRanker(t.Context(), examples(200))
	if err != nil {
		t.Fatal(err)
	}
	right, wrong := r.Score([]uint32{learn.Feature(1, 7, 0)}, 0), r.Score([]uint32{learn.Feature(1, 8, 0)}, 0)
	if learn.Share(right) < 0.7 || learn.Share(wrong) > 0.3 {
		t.Errorf("they are %.2f and %.2f sure", learn.Share(right), learn.Share(wrong))
	}
	if unknown := r.Score([]uint32{learn.Feature(9, 9, 9)}, 1.5); unknown != 1.5 {
		t.Errorf("of what nothing is known, %v is said and not what was known before", unknown)
	}
}

// Examples that are known only because they are right do not make all others surer.
func TestExamplesApartDoNotTellHowManyAreRight(t *testing.T) {
	all := examples(100)
	for i := range 400 {
		all = append(all, learn.Example{Features: []uint32{learn.Feature(3, uint32(i), 0), learn.Feature(4, 0, 0)}, Right: true, Apart: true}) //nolint:gosec,lll // small
	}
	r, err := learn.LearnRanker(t.Context(), all)
	if err != nil {
		t.Fatal(err)
	}
	if share := learn.Share(r.Score([]uint32{learn.Feature(4, 0, 0)}, 0)); share > 0.8 {
		t.Errorf("what they have in common is %.2f sure", share)
	}
}

func TestACurveMakesScoresTheSharesThatAreRight(t *testing.T) {
	var all []learn.Judged
	for i := range 1000 {
		all = append(all, learn.Judged{Score: 4, Right: i%10 < 7}, learn.Judged{Score: -4, Right: i%10 < 2})
	}
	c := learn.FitCurve(all)
	if high, low := c.At(4), c.At(-4); math.Abs(high-0.7) > 0.02 || math.Abs(low-0.2) > 0.02 {
		t.Errorf("0.7 and 0.2 are right, told are %.2f and %.2f", high, low)
	}
	if c := learn.FitCurve(nil); c != (learn.Curve{Slope: 1}) {
		t.Errorf("of nothing, %+v is learnt", c)
	}
}

func TestLearningIsBrokenOff(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := learn.LearnLabels(ctx, sequences(5), 3); !errors.Is(err, context.Canceled) {
		t.Errorf("labels: %v", err)
	}
	if _, err := learn.LearnRanker(ctx, examples(5)); !errors.Is(err, context.Canceled) {
		t.Errorf("ranker: %v", err)
	}
}
