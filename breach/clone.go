package breach

import "slices"

// clone returns the entry with lists of its own.
func (e Entry) clone() Entry {
	e.Devices = slices.Clone(e.Devices)
	e.Data = slices.Clone(e.Data)
	e.Subjects = e.Subjects.clone()
	e.Recipients = slices.Clone(e.Recipients)
	e.Procedure.Categories = slices.Clone(e.Procedure.Categories)
	e.Notifications = slices.Clone(e.Notifications)
	for i, n := range e.Notifications {
		e.Notifications[i] = n.clone()
	}
	e.Communications = slices.Clone(e.Communications)
	e.Orders = slices.Clone(e.Orders)
	e.Amendments = slices.Clone(e.Amendments)
	return e
}

func (g Group) clone() Group {
	g.Categories = slices.Clone(g.Categories)
	return g
}

func (n Notification) clone() Notification {
	n.Subjects = n.Subjects.clone()
	n.Records = n.Records.clone()
	n.Pending = slices.Clone(n.Pending)
	n.Form = n.Form.clone()
	return n
}
