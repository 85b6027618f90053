// hood: run   needs: goroot   knobs: gcstress=0 stackstress=0
// Package net/http on this machine: a server with several handlers, many clients, streams, time-outs, TLS, expvar.
package main

import (
	"context"
	"encoding/json"
	"errors"
	_ "expvar"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sort"
	"strings"
	"sync"
	"time"
)

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

func handlers() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/hello", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "yes"})
		fmt.Fprintf(w, "hello %s, by %s\n", r.FormValue("name"), r.Method)
	})
	mux.HandleFunc("/sum", func(w http.ResponseWriter, r *http.Request) {
		var numbers []float64
		if err := json.NewDecoder(r.Body).Decode(&numbers); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		sum := 0.0
		for _, n := range numbers {
			sum += n
		}
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(map[string]float64{"sum": sum})
	})
	mux.HandleFunc("/stream", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 3; i++ {
			fmt.Fprintf(w, "part %d\n", i)
			w.(http.Flusher).Flush()
		}
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	})
	mux.HandleFunc("/panic", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) })
	mux.Handle("/old", http.RedirectHandler("/hello?name=redirected", http.StatusMovedPermanently))
	mux.Handle("/vars", http.DefaultServeMux)
	return mux
}

func show(resp *http.Response, err error) {
	if err != nil {
		fmt.Println("error", err)
		return
	}
	defer resp.Body.Close()
	body := must(io.ReadAll(resp.Body))
	fmt.Printf("%s %s %q %v\n", resp.Proto, resp.Status, body, resp.Header.Get("Content-Type"))
}

func main() {
	server := httptest.NewServer(handlers())
	base := server.URL
	show(http.Get(base + "/hello?name=" + url.QueryEscape("a b&c")))
	show(http.PostForm(base+"/hello", url.Values{"name": {"form"}}))
	show(http.Post(base+"/sum", "application/json", strings.NewReader("[1, 2.5, 3]")))
	show(http.Post(base+"/sum", "application/json", strings.NewReader("[1, x]")))
	show(http.Get(base + "/stream"))
	show(http.Get(base + "/none"))
	show(http.Get(base + "/old"))
	resp := must(http.Head(base + "/hello"))
	fmt.Println(resp.StatusCode, resp.Cookies()[0])
	_, err := http.Get(base + "/panic")
	fmt.Println(errors.Is(err, io.EOF))

	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	_, err = http.DefaultClient.Do(must(http.NewRequestWithContext(ctx, "GET", base+"/slow", nil)))
	fmt.Println(errors.Is(err, context.DeadlineExceeded))

	var mu sync.Mutex
	var wg sync.WaitGroup
	var bodies []string
	for i := 0; i < 30; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			resp := must(http.Get(fmt.Sprintf("%s/hello?name=%02d", base, i)))
			defer resp.Body.Close()
			body := must(io.ReadAll(resp.Body))
			mu.Lock()
			bodies = append(bodies, string(body))
			mu.Unlock()
		}(i)
	}
	wg.Wait()
	sort.Strings(bodies)
	fmt.Printf("%d %q %q\n", len(bodies), bodies[0], bodies[29])
	server.Close()
	_, err = http.Get(base)
	fmt.Println(err != nil)

	secure := httptest.NewUnstartedServer(handlers())
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	defer secure.Close()
	show(secure.Client().Get(secure.URL + "/hello?name=tls"))
	_, err = http.Get(secure.URL)
	fmt.Println(strings.Contains(err.Error(), "certificate"))
}
