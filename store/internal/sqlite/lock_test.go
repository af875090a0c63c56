package sqlite

import (
	"errors"
	"testing"
	"time"
)

func TestALockIsTriedAsOftenOnAMachineThatIsBusy(t *testing.T) {
	const pause = time.Nanosecond // is over whenever a try ends
	tries := 0
	if done, err := patiently(func() (bool, error) { tries++; return false, nil }, pause); done || err != nil {
		t.Errorf("what never succeeds gave %v, %v", done, err)
	}
	if tries != lockTries {
		t.Errorf("it was tried %d times, want %d", tries, lockTries)
	}
	left := lockTries
	if done, err := patiently(func() (bool, error) { left--; return left == 0, nil }, pause); !done || err != nil {
		t.Errorf("what succeeds with the last try gave %v, %v", done, err)
	}
	failed := errors.New("no locks here")
	if done, err := patiently(func() (bool, error) { return false, failed }, pause); done || !errors.Is(err, failed) {
		t.Errorf("what fails gave %v, %v", done, err)
	}
}
