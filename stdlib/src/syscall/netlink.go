package syscall

import "unsafe"

// NetlinkRouteRequest asks for all routes, interfaces or addresses of a family.
type NetlinkRouteRequest struct {
	Header NlMsghdr
	Data   RtGenmsg
}

// NetlinkMessage is a message from the kernel.
type NetlinkMessage struct {
	Header NlMsghdr
	Data   []byte
}

// NetlinkRouteAttr is an attribute in such a message.
type NetlinkRouteAttr struct {
	Attr  RtAttr
	Value []byte
}

func netlinkAlign(n int) int { return (n + 3) &^ 3 }

// NetlinkRIB returns the kernel's answer to a request like RTM_GETADDR: messages one after the other.
func NetlinkRIB(proto, family int) ([]byte, error) {
	s, err := Socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE)
	if err != nil {
		return nil, err
	}
	defer Close(s)
	to := &SockaddrNetlink{Family: AF_NETLINK}
	if err := Bind(s, to); err != nil {
		return nil, err
	}
	request := new(NetlinkRouteRequest)
	size := unsafe.Offsetof(request.Data) + SizeofRtGenmsg
	request.Header = NlMsghdr{Len: uint32(size), Type: uint16(proto), Flags: NLM_F_DUMP | NLM_F_REQUEST, Seq: 1}
	request.Data.Family = uint8(family)
	if err := Sendto(s, unsafe.Slice((*byte)(unsafe.Pointer(request)), size), 0, to); err != nil {
		return nil, err
	}
	self, err := Getsockname(s)
	if err != nil {
		return nil, err
	}
	return readNetlink(s, self.(*SockaddrNetlink).Pid)
}

// readNetlink reads messages up to the one that says that it was the last.
func readNetlink(s int, pid uint32) ([]byte, error) {
	var all []byte
	buf := make([]byte, 64<<10)
	for {
		n, _, err := Recvfrom(s, buf, 0)
		if err != nil {
			return nil, err
		}
		if n < SizeofNlMsghdr {
			return nil, EINVAL
		}
		all = append(all, buf[:n]...)
		messages, err := ParseNetlinkMessage(buf[:n])
		if err != nil {
			return nil, err
		}
		for _, m := range messages {
			if m.Header.Seq != 1 || m.Header.Pid != pid || m.Header.Type == NLMSG_ERROR {
				return nil, EINVAL
			}
			if m.Header.Type == NLMSG_DONE {
				return all, nil
			}
		}
	}
}

// ParseNetlinkMessage takes what NetlinkRIB has returned apart.
func ParseNetlinkMessage(b []byte) ([]NetlinkMessage, error) {
	var all []NetlinkMessage
	for len(b) >= SizeofNlMsghdr {
		head := (*NlMsghdr)(unsafe.Pointer(&b[0]))
		size := netlinkAlign(int(head.Len))
		if head.Len < SizeofNlMsghdr || size > len(b) {
			return nil, EINVAL
		}
		all = append(all, NetlinkMessage{*head, b[SizeofNlMsghdr:head.Len]})
		b = b[size:]
	}
	return all, nil
}

// ParseNetlinkRouteAttr returns the attributes of a message about a route, interface or address.
func ParseNetlinkRouteAttr(m *NetlinkMessage) ([]NetlinkRouteAttr, error) {
	var head int
	switch m.Header.Type {
	case RTM_NEWLINK, RTM_DELLINK:
		head = SizeofIfInfomsg
	case RTM_NEWADDR, RTM_DELADDR:
		head = SizeofIfAddrmsg
	case RTM_NEWROUTE, RTM_DELROUTE:
		head = SizeofRtMsg
	default:
		return nil, EINVAL
	}
	if len(m.Data) < head {
		return nil, EINVAL
	}
	var all []NetlinkRouteAttr
	for b := m.Data[head:]; len(b) >= SizeofRtAttr; {
		attr := (*RtAttr)(unsafe.Pointer(&b[0]))
		if attr.Len < SizeofRtAttr || int(attr.Len) > len(b) {
			return nil, EINVAL
		}
		all = append(all, NetlinkRouteAttr{*attr, b[SizeofRtAttr:attr.Len]})
		b = b[min(netlinkAlign(int(attr.Len)), len(b)):]
	}
	return all, nil
}
