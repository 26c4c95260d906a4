//go:build unix

// Package pgtest starts a PostgreSQL server of its own for a test.
package pgtest

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Start starts a server on a loopback port, and stops it when the test ends. It
// returns the address of an empty database. Where PostgreSQL isn't installed the
// test is skipped.
func Start(t *testing.T) string {
	t.Helper()
	bin, err := binaries()
	if err != nil {
		t.Skip(err)
	}
	data, err := os.MkdirTemp("", "pgtest")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(data)) })
	run := as(t, data)
	cluster := filepath.Join(data, "cluster")
	out, err := run(filepath.Join(bin, "initdb"), "-D", cluster, "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync").CombinedOutput()
	require.NoError(t, err, string(out))
	port := free(t)
	server := run(filepath.Join(bin, "postgres"), "-D", cluster, "-p", port, "-c", "listen_addresses=127.0.0.1", "-k", data, "-c", "fsync=off")
	require.NoError(t, server.Start())
	t.Cleanup(func() {
		_ = server.Process.Signal(os.Interrupt)
		_ = server.Wait()
	})
	address := fmt.Sprintf("postgres://test@127.0.0.1:%s/postgres?sslmode=disable", port)
	for range 100 {
		if err = exec.Command(filepath.Join(bin, "pg_isready"), "-q", "-d", address).Run(); err == nil {
			return address
		}
		time.Sleep(100 * time.Millisecond)
	}
	require.NoError(t, err)
	return ""
}

// binaries returns the folder of the server's programs: that of the PATH, or of
// Debian's package.
func binaries() (string, error) {
	if found, err := filepath.Glob("/usr/lib/postgresql/*/bin"); err == nil && len(found) > 0 {
		return found[len(found)-1], nil
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path), nil
	}
	return "", errors.New("PostgreSQL isn't installed: SQLite alone is tested")
}

// as returns how to run a program: as the user postgres where the test runs as
// root, which the server refuses.
func as(t *testing.T, folder string) func(string, ...string) *exec.Cmd {
	if os.Getuid() != 0 {
		return exec.Command
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		t.Skip("the test runs as root, and there is no user postgres")
	}
	uid, err := strconv.Atoi(u.Uid)
	require.NoError(t, err)
	gid, err := strconv.Atoi(u.Gid)
	require.NoError(t, err)
	require.NoError(t, os.Chown(folder, uid, gid))
	return func(name string, args ...string) *exec.Cmd {
		cmd := exec.Command(name, args...)
		cmd.Dir = folder
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
		return cmd
	}
}

func free(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	require.NoError(t, err)
	return port
}
