package rights

import (
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
)

// Letter is a letter that a request makes the body write. What the library knows
// stands in it by itself: the days, the terms, the remedies, who may be turned
// to, all by the request, its timeline and the regime. What only a person knows
// is an [Item], and where its text is missing the letter has a marked blank,
// "[da completare: …]", that [Letter.Check] doesn't let pass.
//
//	l := rights.Letter{Kind: rights.NoticeOfExtension, From: office, To: requester,
//		Protocol: "prot. 14.903/2026", Day: told, Request: r, Timeline: t}
//	l.Says = map[rights.Item]string{rights.Why: "i fascicoli sono in tre archivi diversi"}
//	fs := l.Check()                    // nothing: it can be signed
//	text := l.Markdown(language.Italian)
//
// The letter is about data that are the addressee's own, unless To says that he
// acts for somebody: then it speaks of that person's data.
//
// The zero value is no letter, and Check says so.
//
// Law: GDPR 12(1); GDPR 12(3); GDPR 12(4).
type Letter struct {
	Kind     LetterKind      `json:"kind"`
	Regime   gdpr.Regime     `json:"regime,omitzero"`
	From     Sender          `json:"from"`
	To       Addressee       `json:"to"`
	Protocol string          `json:"protocol,omitempty"` // the letter's own number
	Day      date.Date       `json:"day,omitzero"`       // the day it is sent
	Request  Request         `json:"request"`
	Timeline Timeline        `json:"timeline"`          // of the request: see [Request.Timeline]
	Reply    AccessReply     `json:"reply"`             // for access: which of the parts that depend on the case are owed
	Follow   FollowUp        `json:"follow"`            // for what is granted: were the data disclosed, or made public?
	Reasons  []gdpr.Reason   `json:"reasons,omitempty"` // of the decision that it tells: slices.Collect(d.Reasons())
	Capacity Capacity        `json:"capacity,omitzero"` // for forwarding: what the body is for these data
	Says     map[Item]string `json:"says,omitempty"`    // what only a person knows
}

// Sender is who writes.
//
// Law: GDPR 13(1)(a); GDPR 38(4).
type Sender struct {
	Body    string `json:"body"`              // the controller: "Comune di Roccasilvana"
	Office  string `json:"office"`            // the office that answers
	Address string `json:"address,omitempty"` // where it is reached: street, e-mail, PEC, telephone
	Officer string `json:"officer,omitempty"` // how the data protection officer is reached
	Place   string `json:"place,omitempty"`   // where the letter is dated
	Signed  string `json:"signed,omitempty"`  // who signs, with the role
}

// Addressee is who is written to, and for whom he acts.
//
// Law: GDPR 12(3); GDPR 19; c.c. 320(1).
type Addressee struct {
	Name    string `json:"name"`
	Address string `json:"address,omitempty"`
	As      Acting `json:"as,omitzero"`   // in which quality; the zero value: for himself
	For     string `json:"for,omitempty"` // the person whose data they are, if it is somebody else
}

// Acting is in which quality the addressee acts. The zero value is for himself.
//
// Law: GDPR 12(2); c.c. 320(1); Codice 2-terdecies(1).
type Acting uint8

// The qualities.
//
//words:label rights.acting
const (
	AsParent Acting = iota + 1 // parent: holds parental responsibility for a minor
	AsAgent                    // agent: acts by proxy, as a guardian or administrator
	AsHeir                     // heir: acts for a dead person, or for his own interest in that person's data
)

// LetterKind is what a letter is for. The zero value is not given.
//
// Law: GDPR 11(2); GDPR 12(3); GDPR 12(4); GDPR 12(6); GDPR 18(3); GDPR 19.
type LetterKind uint8

// The letters.
//
//words:label rights.letter
const (
	Acknowledgement   LetterKind = iota + 1 // acknowledgement: the request has come, and when the reply is due
	AskIdentity                             // ask_identity: who are you? there are doubts
	AskClarification                        // ask_clarification: much data: which are meant?
	NoticeOfExtension                       // extension: the reply takes up to two months more
	Granted                                 // granted: the right is granted, as its article has it
	GrantedInPart                           // granted_in_part: a part is granted, the rest isn't
	Denied                                  // refusal: nothing is done, and why
	CantIdentify                            // cant_identify: nobody can tell which data are the requester's
	NothingFound                            // nothing_found: no data about the requester are processed
	FeeAsked                                // fee: the reply costs something
	Forwarded                               // forwarded: the request concerns another body
	ForwardedTo                             // forwarded_to: to that body, with the request
	ToldRecipient                           // to_recipient: to who received the data
	ToldController                          // to_controller: to who processes data that were made public
	LiftingNotice                           // lifting: before a restriction ends
	AnswerToGarante                         // to_garante: what the Garante asked for
)

// Item is a content that only a person knows. The zero value is none.
//
// Law: GDPR 12(3); GDPR 12(4); GDPR 15(1).
type Item uint8

// The items.
//
//words:label rights.item
const (
	Why            Item = iota + 1 // why: the reasons, in words that the person understands
	Doubts                         // doubts: what makes one doubt who it is
	Needed                         // needed: what is asked for, and no more than that
	Power                          // power: what proves the power to act for another
	Which                          // which: which data or processing may be meant
	NoticePlace                    // notice: where the notice on this processing is read
	Aims                           // aims: what the data are processed for
	DataKinds                      // data_kinds: which kinds of data
	Receivers                      // receivers: who received or will receive them, one by one
	KeptFor                        // kept_for: for how long they are kept, or by which criterion
	Origin                         // origin: where they come from, if not from the person
	Reasoning                      // reasoning: how the automated decision came about, and what it leads to
	TransferGuards                 // transfer_guards: the safeguards of transfers
	CopyOfData                     // copy: how the copy is given
	LogOfUse                       // log: the days and purposes of the consultations
	Done                           // done: what was done, on which data, from when
	LeftThere                      // left: what stays, and why
	LeftOut                        // left_out: what is left out, and why
	WhoWasTold                     // told: who was told, or why nobody could be
	Reviewer                       // reviewer: who looked at the decision
	WhatMore                       // more: what the person may add
	Amount                         // amount: how much, and how it was worked out
	OtherBody                      // other_body: which body, and how it is reached
	EndsOn                         // ends: when the restriction ends
	Answers                        // answers: what the Garante asked for
	AboutWhom                      // about_whom: the person whose data they are, for a letter to another body
	LegalTitle                     // legal_title: on which law the processing rests, for data of the police
)

// Capacity is what the body is for the data that a request is about, where
// another body comes in. The zero value is not given.
//
// Law: GDPR 26(3); GDPR 28(3)(e).
type Capacity uint8

// The capacities.
//
//words:label rights.capacity
const (
	NoController Capacity = iota + 1 // none: the data are another body's
	OnBehalf                         // processor: the data are processed for another body, which answers
	Jointly                          // joint: the data are both bodies': the one that was asked answers
)

// marked reports whether the text is no text: nothing, a line to fill in, what a
// form left open, or a note to complete it, in a text of any length.
func marked(text string) bool {
	return blank.Is(text) || strings.Contains(text, "___") || strings.Contains(text, "[da completare") || strings.Contains(text, "[to complete") ||
		strings.Contains(text, "....") || strings.Contains(text, "……")
}
