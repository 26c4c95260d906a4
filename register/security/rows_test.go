package security_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/security"
)

// TestMissingByMeasure: an empty checklist is told each measure, and the whole one
// none.
func TestMissingByMeasure(t *testing.T) {
	empty, complete := security.Checklist{Paper: gdpr.Yes, Video: gdpr.Yes}, whole()
	lacks, err := empty.Check(today, security.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	has, err := complete.Check(today, security.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	for _, code := range []gdpr.Code{
		security.CodeMissingAfterHours, security.CodeMissingAntiIntrusion, security.CodeMissingAntivirus, security.CodeMissingArchiveControl,
		security.CodeMissingBackup, security.CodeMissingCameraAngle, security.CodeMissingCameraDetail, security.CodeMissingCameraPlace,
		security.CodeMissingDisabledCodes, security.CodeMissingEncryption, security.CodeMissingFireProtection, security.CodeMissingFirewall,
		security.CodeMissingInstallerStatement, security.CodeMissingMediaDestruction, security.CodeMissingPaperCustody, security.CodeMissingPaperInstructions,
		security.CodeMissingPasswordChange, security.CodeMissingPasswordLength, security.CodeMissingPseudonymisation, security.CodeMissingRegularTesting,
		security.CodeMissingRestore, security.CodeMissingSessionInstructions, security.CodeMissingVideoAccess, security.CodeMissingVideoMaintenance,
		security.CodeMissingVideoNetwork, security.CodeMissingVideoNotice, security.CodeMissingVideoPeriod, security.CodeMissingVideoProtection,
		security.CodeMissingVideoTransmission, security.CodeMissingVideoViewing,
	} {
		require.True(t, lacks.Has(code), code)
		require.False(t, has.Has(code), code)
	}
}
