package suite

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"strings"
)

// HTTP is the door of a service at a URL: POST URL/v1/NAME.
func HTTP(url string) Door {
	return func(function string, input []byte) ([]byte, bool, error) {
		r, err := http.Post(strings.TrimSuffix(url, "/")+"/v1/"+function, "application/json", bytes.NewReader(input))
		if err != nil {
			return nil, false, err
		}
		defer r.Body.Close()
		answer, err := io.ReadAll(r.Body)
		return answer, r.StatusCode == http.StatusOK, err
	}
}

// Process starts a program that reads a call a line, {"function":…,"input":…}, and
// writes an answer a line, {"ok":…,"answer":…}. Stop ends it.
func Process(name string, args ...string) (door Door, stop func() error, err error) {
	cmd := exec.Command(name, args...)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, nil, err
	}
	r := bufio.NewReader(out)
	door = func(function string, input []byte) ([]byte, bool, error) {
		var compact bytes.Buffer
		if err := json.Compact(&compact, input); err != nil {
			return nil, false, err
		}
		if _, err := fmt.Fprintf(in, `{"function":%q,"input":%s}`+"\n", function, compact.Bytes()); err != nil {
			return nil, false, err
		}
		line, err := r.ReadBytes('\n')
		if err != nil {
			return nil, false, err
		}
		var answer struct {
			OK     bool            `json:"ok"`
			Answer json.RawMessage `json:"answer"`
		}
		err = json.Unmarshal(line, &answer)
		return answer.Answer, answer.OK, err
	}
	return door, func() error { return errors.Join(in.Close(), cmd.Wait()) }, nil
}
