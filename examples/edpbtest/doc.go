// Package edpbtest validates what breach.Notification.EDPB writes by the schema of
// the EDPB's common template (consultation version of June 2026). It is a module of
// its own, since the library doesn't depend on a validator.
package edpbtest
