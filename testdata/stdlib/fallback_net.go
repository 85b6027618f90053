// hood: run   needs: goroot   knobs: gcstress=0
// Package net on this machine: connections, half of one closed, deadlines, many clients at a time, packets, Unix sockets,
// names and addresses, errors.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

// echo serves lines until a connection says quit.
func echo(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			fmt.Println("accept:", errors.Is(err, net.ErrClosed))
			return
		}
		go func() {
			defer c.Close()
			lines := bufio.NewScanner(c)
			for lines.Scan() && lines.Text() != "quit" {
				fmt.Fprintf(c, "%s %s\n", strings.ToUpper(lines.Text()), "!")
			}
		}()
	}
}

func tcp() {
	l := must(net.Listen("tcp", "127.0.0.1:0"))
	done := make(chan bool)
	go func() { echo(l); close(done) }()
	c := must(net.Dial("tcp", l.Addr().String()))
	fmt.Println(c.RemoteAddr().Network(), c.RemoteAddr().String() == l.Addr().String())
	fmt.Fprintln(c, "hello")
	r := bufio.NewReader(c)
	fmt.Print(must(r.ReadString('\n')))
	fmt.Fprintln(c, "quit")
	_, err := r.ReadByte()
	fmt.Println(err)
	fmt.Println(c.Close(), errors.Is(c.Close(), net.ErrClosed))

	const clients, lines = 40, 20
	var wg sync.WaitGroup
	for i := 0; i < clients; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			c := must(net.Dial("tcp", l.Addr().String()))
			defer c.Close()
			r := bufio.NewReader(c)
			for j := 0; j < lines; j++ {
				fmt.Fprintf(c, "line %d %d\n", i, j)
				if got := must(r.ReadString('\n')); got != fmt.Sprintf("LINE %d %d !\n", i, j) {
					fmt.Println("wrong answer", got)
				}
			}
		}(i)
	}
	wg.Wait()
	l.Close()
	<-done
}

func halves() {
	l := must(net.Listen("tcp4", "127.0.0.1:0"))
	defer l.Close()
	go func() {
		c := must(l.Accept())
		b := must(io.ReadAll(c)) // up to the end of the other's half
		fmt.Fprintf(c, "%d bytes", len(b))
		c.Close()
	}()
	c := must(net.Dial("tcp", l.Addr().String())).(*net.TCPConn)
	big := net.Buffers{make([]byte, 100000), nil, []byte("tail"), make([]byte, 900000)}
	fmt.Println(big.WriteTo(c))
	fmt.Println(c.CloseWrite(), string(must(io.ReadAll(c))))
	fmt.Println(c.SetNoDelay(true), c.SetKeepAlive(true), c.SetLinger(0), c.Close())
}

func deadlines() {
	l := must(net.Listen("tcp", "127.0.0.1:0"))
	defer l.Close()
	c := must(net.Dial("tcp", l.Addr().String()))
	defer c.Close()
	c.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	_, err := c.Read(make([]byte, 1))
	var ne net.Error
	fmt.Println(errors.As(err, &ne) && ne.Timeout(), errors.Is(err, os.ErrDeadlineExceeded), strings.HasSuffix(err.Error(), "i/o timeout"))
	c.SetReadDeadline(time.Time{})
	go func() {
		time.Sleep(10 * time.Millisecond)
		c.Close()
	}()
	_, err = c.Read(make([]byte, 1))
	fmt.Println(errors.Is(err, net.ErrClosed))
	l.(*net.TCPListener).SetDeadline(time.Now().Add(-1))
	_, err = l.Accept()
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))
}

func udp() {
	a := must(net.ListenPacket("udp", "127.0.0.1:0"))
	b := must(net.Dial("udp", a.LocalAddr().String()))
	fmt.Fprint(b, "ping")
	b.Write(nil)
	buf := make([]byte, 100)
	n, from, err := a.ReadFrom(buf)
	fmt.Println(string(buf[:n]), from.String() == b.LocalAddr().String(), err)
	n, _, err = a.ReadFrom(buf)
	fmt.Println(n, err)
	a.WriteTo([]byte("pong"), from)
	n, err = b.Read(buf)
	fmt.Println(string(buf[:n]), err)
	u := a.(*net.UDPConn)
	fmt.Fprint(b, "too long")
	n, _, flags, addr, err := u.ReadMsgUDP(buf[:3], nil)
	fmt.Println(n, flags == syscall.MSG_TRUNC, addr.String() == from.String(), err)
	a.Close()
	b.Close()
}

func unix() {
	dir := must(os.MkdirTemp("", "sockets"))
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "s")
	l := must(net.Listen("unix", name))
	done := make(chan bool)
	go func() { echo(l); close(done) }()
	c := must(net.Dial("unix", name))
	fmt.Fprintln(c, "over a file")
	fmt.Print(must(bufio.NewReader(c).ReadString('\n')))
	fmt.Println(c.RemoteAddr().Network(), c.RemoteAddr().String() == name, c.LocalAddr().String() == "")
	c.Close()
	l.Close()
	<-done
	_, err := os.Stat(name)
	fmt.Println(errors.Is(err, os.ErrNotExist))

	here, there := net.Pipe()
	go func() { there.Write([]byte("pipe")); there.Close() }()
	fmt.Println(string(must(io.ReadAll(here))))
}

func names() {
	fmt.Println(net.ParseIP("::ffff:1.2.3.4"), net.ParseIP("fe80::1"), net.ParseIP("1.2.3"), net.JoinHostPort("::1", "80"))
	ip, ipnet, err := net.ParseCIDR("10.1.2.3/8")
	fmt.Println(ip, ipnet, err, ipnet.Contains(net.IPv4(10, 9, 9, 9)))
	fmt.Println(net.SplitHostPort("[::1]:http"))
	fmt.Println(net.LookupPort("tcp", "http"))
	addrs, err := net.LookupHost("localhost")
	fmt.Println(len(addrs) > 0, err)
	ifs, err := net.Interfaces()
	for _, i := range ifs {
		if i.Flags&net.FlagLoopback != 0 {
			addrs, _ := i.Addrs()
			fmt.Println(i.Name, len(addrs) > 0, err)
		}
	}
	fmt.Println(net.ResolveTCPAddr("tcp", "127.0.0.1:https"))
}

func failures() {
	l := must(net.Listen("tcp", "127.0.0.1:0"))
	addr := l.Addr().String()
	_, err := net.Listen("tcp", addr)
	fmt.Println(errors.Is(err, syscall.EADDRINUSE), strings.Replace(err.Error(), addr, "ADDR", 1))
	l.Close()
	_, err = net.Dial("tcp", addr)
	fmt.Println(errors.Is(err, syscall.ECONNREFUSED), strings.Replace(err.Error(), addr, "ADDR", 1))
	_, err = net.Dial("tcp", "127.0.0.1")
	fmt.Println(err)
	_, err = net.Dial("nonet", "x:1")
	fmt.Println(err)
	_, err = net.DialTimeout("unix", "/no/such/socket", time.Second)
	fmt.Println(err)
}

func main() {
	tcp()
	halves()
	deadlines()
	udp()
	unix()
	names()
	failures()
}
