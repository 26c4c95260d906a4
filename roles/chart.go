package roles

import (
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Chart is an organisation drawn from the top: the Comune; its officer and
// delegates; each area with its managers, sub-managers and the number of its
// staff; the processors with theirs; the joint controllers.
//
// Law: Regolamento 4(1); Regolamento 5(1); Regolamento 6(3).
type Chart struct {
	nodes  []node // each after its parent, and its descendants right after it
	policy Policy // for the body's words
}

type node struct {
	role   Role
	parent int // -1 for the first
	depth  int
	unit   string // area or sector
	name   string // of the person or firm; "" if there is none
	staff  int    // how many authorised people the node stands for
}

// Chart returns the organisation's chart. The errors are those of
// [Organisation.Check].
//
// Law: Regolamento 4(1); Regolamento 5(1); Regolamento 6(3); Regolamento 7(1); Regolamento 8(1).
func (o Organisation) Chart() (Chart, error) {
	ix, err := o.index()
	if err != nil {
		return Chart{}, err
	}
	c := Chart{policy: o.Policy}
	top := c.add(node{role: AsController, parent: -1, unit: o.Controller.Name, name: o.named(&ix, o.Controller.Representative)})
	for i := range o.Controller.Delegates {
		c.add(node{role: AsDelegate, parent: top, name: o.named(&ix, o.Controller.Delegates[i].Person)})
	}
	c.add(node{role: AsOfficer, parent: top, unit: o.Officer.Firm, name: o.named(&ix, o.Officer.Person)})
	for i := range o.Others {
		c.add(node{role: o.Others[i].Role, parent: top, unit: o.Others[i].Act.Scope, name: cmp.Or(o.named(&ix, o.Others[i].Person), o.outside(&o.Others[i]))})
	}
	o.chartAreas(&c, &ix, top)
	o.chartProcessors(&c, &ix, top)
	for i := range o.Arrangements {
		c.add(node{role: AsJointController, parent: top, unit: o.Arrangements[i].Purpose, name: strings.Join(o.Arrangements[i].Partners, ", ")})
	}
	return c, nil
}

// named returns the name of one of the organisation's people, "" for none.
func (o *Organisation) named(ix *index, id string) string {
	if i, ok := ix.people[id]; ok {
		return o.People[i].Name
	}
	return ""
}

// chartAreas adds the managers and staff of no area, and then each area with those
// under its head.
func (o *Organisation) chartAreas(c *Chart, ix *index, top int) {
	managers, subs, staff := make([][]int, len(o.Areas)), make([][]int, len(o.Areas)), make([]int, len(o.Areas))
	for i := range o.Managers {
		if a := ix.area(o.Managers[i].Area); a >= 0 {
			managers[a] = append(managers[a], i)
			continue
		}
		c.add(node{role: AsManager, parent: top, unit: o.Managers[i].Act.Scope, name: o.named(ix, o.Managers[i].Person)})
	}
	for i := range o.SubManagers {
		a := ix.sectors[o.SubManagers[i].Sector]
		subs[a] = append(subs[a], i)
	}
	apart := 0 // staff of no area
	for i := range o.Staff {
		if a := ix.area(o.Staff[i].Area); a >= 0 {
			staff[a]++
		} else {
			apart++
		}
	}
	if apart > 0 {
		c.add(node{role: AsAuthorised, parent: top, staff: apart})
	}
	for a := range o.Areas {
		var heads []string
		for _, i := range managers[a] {
			heads = append(heads, o.named(ix, o.Managers[i].Person))
		}
		at := c.add(node{role: AsManager, parent: top, unit: o.Areas[a].Name, name: strings.Join(heads, ", ")})
		sectors := make(map[string]string, len(o.Areas[a].Sectors))
		for _, s := range o.Areas[a].Sectors {
			sectors[s.ID] = s.Name
		}
		for _, i := range subs[a] {
			c.add(node{role: AsSubManager, parent: at, unit: sectors[o.SubManagers[i].Sector], name: o.named(ix, o.SubManagers[i].Person)})
		}
		if staff[a] > 0 {
			c.add(node{role: AsAuthorised, parent: at, staff: staff[a]})
		}
	}
}

// chartProcessors adds the processors, each followed by those that it engages.
func (o *Organisation) chartProcessors(c *Chart, ix *index, top int) {
	engaged := make([][]int, len(o.Processors))
	var open []int // still to be drawn, the next one last
	for i := len(o.Processors) - 1; i >= 0; i-- {
		if by := o.Processors[i].EngagedBy; by != "" {
			engaged[ix.processors[by]] = append(engaged[ix.processors[by]], i)
		} else {
			open = append(open, i)
		}
	}
	drawn := make([]int, len(o.Processors))
	for len(open) > 0 {
		i := open[len(open)-1]
		parent := top
		if by := o.Processors[i].EngagedBy; by != "" {
			parent = drawn[ix.processors[by]]
		}
		drawn[i] = c.add(node{role: AsProcessor, parent: parent, name: o.Processors[i].Name})
		open = append(open[:len(open)-1], engaged[i]...)
	}
}

func (c *Chart) add(n node) int {
	if n.parent >= 0 {
		n.depth = c.nodes[n.parent].depth + 1
	}
	c.nodes = append(c.nodes, n)
	return len(c.nodes) - 1
}

// label says what a node is: "Responsabile interno, Area tributi: Bianca Neri".
func (c *Chart) label(n *node, tag language.Tag) string {
	if n.role == AsAuthorised {
		return catalog.Text(tag, "roles.chart.staff", n.staff)
	}
	var b strings.Builder
	b.WriteString(c.policy.Label(n.role, tag))
	if n.unit != "" {
		b.WriteString(", " + line(n.unit))
	}
	b.WriteString(": ")
	if n.name == "" {
		b.WriteString(catalog.Text(tag, "roles.chart.nobody"))
	}
	b.WriteString(line(n.name))
	return b.String()
}

// line puts a text on one line.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// Tree returns the chart as plain text, one line each, in the language that
// [gdpr.Match] picks for tag.
//
// Law: Regolamento 4(1); Regolamento 6(3).
func (c Chart) Tree(tag language.Tag) string {
	last := c.lasts()
	var b strings.Builder
	var stems []bool // for each depth, whether another branch comes below
	for i := range c.nodes {
		n := &c.nodes[i]
		if n.depth > 0 {
			stems = append(stems[:n.depth-1], !last[i])
			for _, more := range stems[:n.depth-1] {
				if more {
					b.WriteString("│  ")
				} else {
					b.WriteString("   ")
				}
			}
			if last[i] {
				b.WriteString("└─ ")
			} else {
				b.WriteString("├─ ")
			}
		}
		b.WriteString(c.label(n, tag))
		b.WriteByte('\n')
	}
	return b.String()
}

// lasts tells of each node whether it is the last of its parent's.
func (c Chart) lasts() []bool {
	last := make([]bool, len(c.nodes))
	seen := make([]bool, len(c.nodes))
	for i := len(c.nodes) - 1; i > 0; i-- {
		if p := c.nodes[i].parent; !seen[p] {
			seen[p], last[i] = true, true
		}
	}
	return last
}

// Mermaid returns the chart as a flowchart for Mermaid, in the language that
// [gdpr.Match] picks for tag. Names can't break out of their boxes: what has a
// meaning in Mermaid or HTML is written as a character code. The officer, who
// has no line of command, and the joint controllers hang by dotted lines.
//
// Law: Regolamento 4(1); Regolamento 6(3).
func (c Chart) Mermaid(tag language.Tag) string {
	var b strings.Builder
	b.WriteString("flowchart TD\n")
	for i := range c.nodes {
		b.WriteString("    n" + strconv.Itoa(i) + `["` + mermaid.Replace(c.label(&c.nodes[i], tag)) + "\"]\n")
	}
	for i := 1; i < len(c.nodes); i++ {
		link := " --> n"
		if r := c.nodes[i].role; r == AsOfficer || r == AsJointController {
			link = " -.- n"
		}
		b.WriteString("    n" + strconv.Itoa(c.nodes[i].parent) + link + strconv.Itoa(i) + "\n")
	}
	return b.String()
}

var mermaid = strings.NewReplacer(`#`, "#35;", `"`, "#34;", "&", "#38;", "<", "#60;", ">", "#62;", "`", "#96;", `\`, "#92;")
