package small

import "testing"

func TestLate(t *testing.T) {
	if d := (Days{30}); d.Late(30) || !d.Late(31) {
		t.Error("late")
	}
}

func TestAdult(t *testing.T) {
	if Adult(17) || !Adult(19) {
		t.Error("adult")
	}
}

func TestMost(t *testing.T) {
	if Most(1, 2) != 2 || Most(2, 1) != 2 {
		t.Error("most")
	}
}
